/** Service. How a callback number is written for people and found by what they type. */
export { formatted, namer } from './writing';
export { entriesOf, search, type Entry } from './search';
