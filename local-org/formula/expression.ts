import type { Value } from '../engine/types.ts';

/** A formula that has been read. `at` is the offset of the part in the text. */
export type Expression =
    | { readonly kind: 'literal'; readonly value: Value; readonly at: number }
    | { readonly kind: 'field'; readonly path: readonly string[]; readonly at: number }
    | {
          readonly kind: 'call';
          /** In capitals. */
          readonly name: string;
          readonly args: readonly Expression[];
          readonly at: number;
      }
    | {
          readonly kind: 'operation';
          readonly operator: Operator;
          /** One for a sign or `!`, else two. */
          readonly operands: readonly Expression[];
          readonly at: number;
      };

export type Operator =
    | 'or'
    | 'and'
    | 'not'
    | '='
    | '<>'
    | '<'
    | '<='
    | '>'
    | '>='
    | '&'
    | '+'
    | '-'
    | '*'
    | '/'
    | '^'
    | 'negate';
