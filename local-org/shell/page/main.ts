/** Starts the Lightning page. */
import { createElement } from 'lwc';
import ShellApp from 'shell/app';
import { startRouter } from 'shell/router';
import { followUserChanges } from 'shell/session';

followUserChanges();
startRouter();
document.body.append(createElement('shell-app', { is: ShellApp }));
