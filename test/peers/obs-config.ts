import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A canvas this small costs next to nothing to draw without a graphics card. */
export const CANVAS = { width: 320, height: 180 };
/** Top first, as OBS shows them. */
export const OBS_SCENES = ['Main', 'Celebration', 'Booking', 'BRB'];

/** Writes what OBS 29 needs to start without a question: wizard done, websocket server on, four scenes. */
export async function writeObsConfig(folder: string, port: number, password: string): Promise<void> {
  const config = join(folder, 'config', 'obs-studio');
  const profile = join(config, 'basic', 'profiles', 'Test');
  const scenes = join(config, 'basic', 'scenes');
  for (const path of [
    profile,
    scenes,
    ...['run', 'home', 'cache', 'data', 'pictures'].map((name) => join(folder, name)),
  ]) {
    await mkdir(path, { recursive: true, mode: 0o700 });
  }
  await writeFile(join(config, 'global.ini'), globalIni(port, password));
  await writeFile(join(profile, 'basic.ini'), profileIni(folder));
  await writeFile(join(scenes, 'Test.json'), JSON.stringify(sceneCollection()));
}

function globalIni(port: number, password: string): string {
  return `[General]
FirstRun=true
LastVersion=486539266
InfoIncrement=1000000
Pre19Defaults=false
Pre21Defaults=false
Pre23Defaults=false
Pre24.1Defaults=false
Language=en-US
EnableAutoUpdates=false
ConfirmOnExit=false
MaxLogs=3

[Basic]
Profile=Test
ProfileDir=Test
SceneCollection=Test
SceneCollectionFile=Test

[BasicWindow]
PreviewEnabled=false
SysTrayEnabled=false

[OBSWebSocket]
FirstLoad=false
ServerEnabled=true
ServerPort=${port}
AlertsEnabled=false
AuthRequired=true
ServerPassword=${password}
`;
}

function profileIni(folder: string): string {
  const { width, height } = CANVAS;
  return `[General]
Name=Test

[Video]
BaseCX=${width}
BaseCY=${height}
OutputCX=${width}
OutputCY=${height}
FPSType=1
FPSInt=30

[SimpleOutput]
FilePath=${join(folder, 'pictures')}
RecQuality=Small
RecRB=true
RecRBTime=5
`;
}

/** Each scene has one colour, so that a picture of it tells which it is. */
function sceneCollection(): object {
  const colors = [4278190335, 4278255360, 4294901760, 4286611584];
  return {
    name: 'Test',
    current_scene: 'Main',
    current_program_scene: 'Main',
    current_transition: 'Cut',
    transition_duration: 300,
    transitions: [],
    groups: [],
    saved_projectors: [],
    preview_locked: false,
    scene_order: OBS_SCENES.map((name) => ({ name })),
    sources: OBS_SCENES.flatMap((name, at) => [colorSource(name, colors[at] ?? 0), scene(name)]),
  };
}

function colorSource(name: string, color: number): object {
  const kind = { id: 'color_source_v3', versioned_id: 'color_source_v3' };
  return { ...kind, name: `color of ${name}`, settings: { color, ...CANVAS } };
}

function scene(name: string): object {
  const item = { id: 1, name: `color of ${name}`, visible: true, locked: false, align: 5, rot: 0, bounds_type: 0 };
  const place = { pos: { x: 0, y: 0 }, scale: { x: 1, y: 1 }, bounds_align: 0, bounds: { x: 0, y: 0 } };
  const crop = { crop_left: 0, crop_top: 0, crop_right: 0, crop_bottom: 0 };
  const settings = { id_counter: 1, custom_size: false, items: [{ ...item, ...place, ...crop }] };
  return { id: 'scene', versioned_id: 'scene', name, settings };
}
