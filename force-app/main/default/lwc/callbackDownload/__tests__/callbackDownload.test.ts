import { download } from 'c/callbackDownload';

describe('A file for the person', () => {
    it('is saved under its name, and given up afterwards', async () => {
        jest.useFakeTimers();
        const createObjectURL = jest.fn((_content: Blob) => 'blob:1');
        const revokeObjectURL = jest.fn();
        Object.assign(URL, { createObjectURL, revokeObjectURL });
        const clicked: (readonly [string, string])[] = [];
        const onClick = (event: Event) => {
            const link = event.target as HTMLAnchorElement;
            clicked.push([link.href, link.download]);
            event.preventDefault();
        };
        document.addEventListener('click', onClick);

        download('numbers.csv', 'Label\r\n');

        expect(clicked).toEqual([['blob:1', 'numbers.csv']]);
        expect(createObjectURL.mock.calls[0][0].size).toBe(7);
        expect(document.body.childElementCount).toBe(0);
        expect(revokeObjectURL).not.toHaveBeenCalled();
        jest.runAllTimers();
        expect(revokeObjectURL).toHaveBeenCalledWith('blob:1');
        document.removeEventListener('click', onClick);
        jest.useRealTimers();
    });
});
