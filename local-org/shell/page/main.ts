/** Starts the Lightning page. */
import { createElement } from 'lwc';
import ShellApp from 'shell/app';
import { startRouter } from 'shell/router';
import { followUserChanges } from 'shell/session';

// What takes the focus is never scrolled to below the header or the utility bar.
document.documentElement.style.scrollPadding = '7rem 0 3.5rem';

followUserChanges();
startRouter();
document.body.append(createElement('shell-app', { is: ShellApp }));
