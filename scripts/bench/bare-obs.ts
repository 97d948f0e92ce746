/** The limit: shows a scene for every frame of a bridge, by obs-websocket-js as its manual has it, and decides nothing. */
import OBSWebSocket from 'obs-websocket-js';
import { WebSocket } from 'ws';

const [, , bridgeUrl, obsUrl, password, sceneName] = process.argv.map(String);
const obs = new OBSWebSocket();
await obs.connect(obsUrl, password);
const bridge = new WebSocket(String(bridgeUrl), { perMessageDeflate: false });
bridge.on('message', () => void obs.call('SetCurrentProgramScene', { sceneName: String(sceneName) }));
bridge.once('open', () => console.log('ready http://127.0.0.1'));
process.once('SIGTERM', () => process.exit(0));
