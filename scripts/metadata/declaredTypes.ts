import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** What an element may hold, according to the declarations. */
export type DeclaredType =
    | { readonly kind: 'text' | 'number' | 'truth' }
    | { readonly kind: 'choice'; readonly values: ReadonlySet<string> }
    | { readonly kind: 'group'; readonly elements: ReadonlyMap<string, DeclaredElement> };

export interface DeclaredElement {
    readonly required: boolean;
    readonly repeats: boolean;
    /** Looked up when asked for, because types refer to each other in circles. */
    readonly type: () => DeclaredType;
}

/**
 * Reads `export type Name = …` declarations as the vendor publishes its schemas: objects, unions of
 * texts, aliases and intersections of these. Only the syntax is read, so it takes no type checker.
 */
export class DeclaredTypes {
    private readonly declarations = new Map<string, ts.TypeNode>();
    private readonly resolved = new Map<string, DeclaredType>();

    constructor(file: string) {
        const source = ts.createSourceFile(
            file,
            readFileSync(file, 'utf8'),
            ts.ScriptTarget.Latest
        );
        for (const statement of source.statements) {
            if (ts.isTypeAliasDeclaration(statement)) {
                this.declarations.set(statement.name.text, statement.type);
            }
        }
    }

    named(name: string): DeclaredType | undefined {
        const known = this.resolved.get(name);
        const declaration = this.declarations.get(name);
        if (known || !declaration) {
            return known;
        }
        const type = this.toType(declaration);
        this.resolved.set(name, type);
        return type;
    }

    private toType(node: ts.TypeNode): DeclaredType {
        if (ts.isTypeLiteralNode(node)) {
            return { kind: 'group', elements: new Map(this.elementsOf(node)) };
        }
        if (ts.isIntersectionTypeNode(node)) {
            const parts = node.types.map((part) => this.toType(part));
            const elements = parts.flatMap((part) =>
                part.kind === 'group' ? [...part.elements] : []
            );
            return { kind: 'group', elements: new Map(elements) };
        }
        const choices = textsIn(node);
        if (choices) {
            return { kind: 'choice', values: new Set(choices) };
        }
        if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) {
            return this.named(node.typeName.text) ?? { kind: 'text' };
        }
        if (node.kind === ts.SyntaxKind.NumberKeyword) {
            return { kind: 'number' };
        }
        return { kind: node.kind === ts.SyntaxKind.BooleanKeyword ? 'truth' : 'text' };
    }

    private elementsOf(node: ts.TypeLiteralNode): [string, DeclaredElement][] {
        return node.members.filter(ts.isPropertySignature).map((member) => {
            const repeats = ts.isArrayTypeNode(member.type!);
            const type = repeats ? (member.type as ts.ArrayTypeNode).elementType : member.type!;
            const element = {
                required: !member.questionToken && !repeats,
                repeats,
                type: () => this.toType(type)
            };
            return [(member.name as ts.Identifier).text, element];
        });
    }
}

/** `'A' | 'B'` → A, B; undefined for anything else. */
function textsIn(node: ts.TypeNode): string[] | undefined {
    const parts = ts.isUnionTypeNode(node) ? node.types : [node];
    const texts = parts.map((part) =>
        ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal)
            ? part.literal.text
            : undefined
    );
    return texts.every((text) => text !== undefined) ? texts : undefined;
}
