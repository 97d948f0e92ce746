import './stage.css';
import { render } from 'preact';
import { connect } from '../connect.ts';
import { followStudio } from './pointed.tsx';
import { Stage } from './stage.tsx';
import { follow, takeFrameCount } from './state.ts';
import { tellWaiting } from './tell-waiting.ts';
import { takeToken } from './token.ts';

const ALIVE_EVERY_MILLIS = 5_000;

const token = takeToken();
// A new address pasted into the same tab changes the fragment alone, which loads nothing by itself.
addEventListener('hashchange', () => location.reload());

const connection = connect('stage', () => ({ token }));
connection.on('reload', () => location.reload());
follow(connection);
followStudio(connection);
tellWaiting(connection);

function signOfLife(): void {
  connection.tell('alive', {
    width: innerWidth,
    height: innerHeight,
    browser: navigator.userAgent,
    framesPerSecond: takeFrameCount() / (ALIVE_EVERY_MILLIS / 1000),
  });
}
connection.state.subscribe((state) => {
  if (state === 'connected') signOfLife();
});
setInterval(signOfLife, ALIVE_EVERY_MILLIS);

const root = document.getElementById('stage');
if (root) render(<Stage />, root);
