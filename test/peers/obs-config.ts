import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A canvas this small costs next to nothing to draw without a graphics card. */
export const CANVAS = { width: 320, height: 180 };
/** Top first, as OBS shows them. */
export const OBS_SCENES = ['Main', 'Celebration', 'Booking', 'BRB'];
/** A group in the scene BRB, and the source in it. OBS makes groups by hand only, or from its file. */
export const OBS_GROUP = { name: 'Corner', source: 'Badge' };

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
    groups: [group()],
    saved_projectors: [],
    preview_locked: false,
    scene_order: OBS_SCENES.map((name) => ({ name })),
    sources: [
      ...OBS_SCENES.flatMap((name, at) => [colorSource(`color of ${name}`, colors[at] ?? 0), scene(name)]),
      colorSource(OBS_GROUP.source, 4286611584),
    ],
  };
}

function colorSource(name: string, color: number): object {
  return { id: 'color_source_v3', versioned_id: 'color_source_v3', name, settings: { color, ...CANVAS } };
}

function scene(name: string): object {
  const inGroup = name === 'BRB' ? [item(2, OBS_GROUP.name)] : [];
  const items = [item(1, `color of ${name}`), ...inGroup];
  const settings = { id_counter: items.length, custom_size: false, items };
  return { id: 'scene', versioned_id: 'scene', name, settings };
}

function group(): object {
  const { width: cx, height: cy } = CANVAS;
  const settings = { id_counter: 1, custom_size: true, cx, cy, items: [item(1, OBS_GROUP.source)] };
  return { id: 'group', versioned_id: 'group', name: OBS_GROUP.name, settings };
}

function item(id: number, name: string): object {
  const place = { pos: { x: 0, y: 0 }, scale: { x: 1, y: 1 }, bounds_align: 0, bounds: { x: 0, y: 0 } };
  const crop = { crop_left: 0, crop_top: 0, crop_right: 0, crop_bottom: 0 };
  return { id, name, visible: true, locked: false, align: 5, rot: 0, bounds_type: 0, ...place, ...crop };
}
