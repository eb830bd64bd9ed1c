import type { Connection } from 'jsforce';
import { createDirectory, type Directory, type DirectoryRows, type TraceStep } from '#resolver';
import { jsforcePorts } from '../jsforce/ports.ts';
import { createService, type WatchedService } from '../useCases/createService.ts';
import { createWords, type Words } from '../words.ts';
import { connect } from './connect.ts';
import type { CommandIo } from './io.ts';
import { plain } from './style.ts';

/** The library as one command needs it: opened, used once, closed. */
export interface OpenedService {
    readonly connection: Connection;
    readonly service: WatchedService;
    readonly directory: Directory;
    readonly words: Words;
    /** The steps of an answer of this service, one sentence each. */
    sentences(trace: readonly TraceStep[]): string[];
}

/** @throws ConfigError, ServiceError, CommandError */
export async function withService<T>(
    io: CommandIo,
    use: (opened: OpenedService) => Promise<T>
): Promise<T> {
    const connection = await connect(io);
    const ports = jsforcePorts(connection, {
        onWarning: (message) => io.note(`Warning: ${plain(message)}\n`)
    });
    const words = createWords();
    let rows: DirectoryRows | undefined;
    const service = await createService({
        ports: {
            ...ports,
            directory: {
                load: async (onProgress) => (rows = await ports.directory.load(onProgress))
            }
        },
        words: (decision, directory) => words.reasonOf(decision, directory)
    });
    try {
        const directory = createDirectory(rows!);
        return await use({
            connection,
            service,
            directory,
            words,
            sentences: (trace) => words.traceAsWords(trace, directory).map(plain)
        });
    } finally {
        await service.close();
    }
}
