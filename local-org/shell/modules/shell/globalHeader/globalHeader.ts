import { LightningElement } from 'lwc';
import { shell } from 'shell/org';
import { changeUser } from 'shell/session';
import { word } from 'shell/words';

/** Container. Which org this is, who is signed in, and the menu to be somebody else. */
export default class ShellGlobalHeader extends LightningElement {
    readonly orgLabel = word('localOrg');
    readonly userName = shell.user.name;
    readonly menuText = word('user', shell.user.name);
    readonly people = [...peopleWithUser()].map(({ username, name, role }) => ({
        username,
        label: role ? `${name} – ${word(role)}` : name,
        isUser: username === shell.user.username
    }));
    isChanging = false;
    notice = '';

    async handleSelect(event: CustomEvent<{ readonly value: string }>): Promise<void> {
        const username = event.detail.value;
        if (username === shell.user.username) {
            return;
        }
        this.isChanging = true;
        this.notice = word('changing');
        try {
            await changeUser(username);
        } catch (error) {
            this.isChanging = false;
            this.notice = word('changeFailed', error instanceof Error ? error.message : error);
        }
    }
}

/** Tests and links may have signed in somebody whom the menu does not offer. */
function peopleWithUser(): typeof shell.people {
    const { people, user } = shell;
    return people.some(({ username }) => username === user.username) ? people : [user, ...people];
}
