import { latenciesAt, quantile } from './load.ts';
import { openCuedesk, openRelay } from './rig.ts';
import { readFileSync } from 'node:fs';
const cpu=(pid:number)=>{const f=readFileSync(`/proc/${pid}/stat`,'utf8').split(' ');return (Number(f[13])+Number(f[14]))*10};
for (const open of [openRelay, openCuedesk]) { const rig = await open(); await latenciesAt(rig,1000,2); 
const pid=(rig.program as any).pid ?? (rig.program as any).child?.pid;
const a=pid?cpu(pid):0;
for(let i=0;i<3;i++){ const l = await latenciesAt(rig, 1000, 3); console.log(rig.name, [0.5,0.9,0.99,0.999].map(q=>quantile(l,q).toFixed(2)).join(' ')); }
if(pid) console.log('cpu ms per s', ((cpu(pid)-a)/9).toFixed(0));
await rig.close(); }
process.exit();
