/**
 * Service. Dials of our own pages: what a page and whoever places calls tell each other, from the
 * request to what became of it, and the number chosen for one call until then.
 */
export { Calls, NO_CALL, type CallShown } from './calls';
export {
    choose,
    isExpired,
    readDecided,
    requestFor,
    type CallDecided,
    type CallOf,
    type Chosen,
    type DialRequest
} from './dials';
export { Timer } from './timer';
