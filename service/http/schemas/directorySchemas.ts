import { Type } from 'typebox';
import type { DirectoryStatus } from '../../types.ts';

const count = (description: string, example: number) =>
    Type.Integer({ description, examples: [example] });

export const DirectoryStatusSchema = Type.Unsafe<DirectoryStatus>(
    Type.Object(
        {
            loadedAt: Type.String({
                format: 'date-time',
                description: 'When it was read from Salesforce.',
                examples: ['2026-01-31T09:30:00.000Z']
            }),
            numbers: count('Callback numbers, retired ones included.', 24),
            agents: count('Users.', 40),
            assignments: count('Numbers assigned to agents and groups.', 96),
            rules: count('Selection rules.', 12),
            lastError: Type.Optional(
                Type.String({
                    description:
                        'Set while the last reload failed and the one before it is in use.',
                    examples: ['Salesforce cannot be reached.']
                })
            )
        },
        {
            $id: 'DirectoryStatus',
            title: 'DirectoryStatus',
            description: 'What the service knows of the account.',
            additionalProperties: false
        }
    )
);

export const HealthSchema = Type.Object(
    {
        status: Type.String({ description: 'ok, or ready.', examples: ['ok'] }),
        loadedAt: Type.Optional(
            Type.String({
                description: 'When the directory was read.',
                examples: ['2026-01-31T09:30:00.000Z']
            })
        )
    },
    { description: 'How the service is.', additionalProperties: false }
);
