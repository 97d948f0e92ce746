import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

interface Client {
  readonly socket: WebSocket;
  readonly subscriptions: number;
}
interface Asked {
  readonly type: string;
  readonly data: Record<string, unknown>;
}

export interface FakeObsOptions {
  port?: number;
  password?: string;
  /** `old`: speaks an older protocol. `silent`: takes connections and never greets. */
  temper?: 'old' | 'silent';
  rpcVersion?: number;
  browserSource?: boolean;
  /** Also answers what steps of rules ask for, but for the requests named here. */
  steps?: { without: string[] };
  /** As OBS 30 and newer: scenes have ids, and the scene collection is told. */
  ids?: boolean;
}

/** A server that speaks obs-websocket 5 as JSON, with scenes Main, Celebration, Booking and BRB, and records what it was asked. */
export class FakeObs {
  readonly asked: Asked[] = [];
  /** Identify messages received: one per try and connection. */
  identified: number[] = [];
  scenes = ['Main', 'Celebration', 'Booking', 'BRB'];
  program = 'Main';
  collection = 'Untitled';
  /** Ids of scenes by name; one that has none gets one. Give a name another scene's id, and it is that scene. */
  readonly ids = new Map<string, string>();
  preview: string | null = null;
  /** Groups in the scene Main, each with its sources. */
  readonly groups = new Map<string, ReadonlyArray<string>>();
  inputs = new Map<string, { kind: string; scene: string; settings: Record<string, unknown> }>();
  /** Milliseconds a transition takes: the event of a switch comes after it, the answer at once. */
  transitionMs = 0;
  /** False: as a frozen OBS, connections stay open and nothing is answered. */
  awake = true;
  /** True: every request is refused with "not ready", as while a scene collection is being swapped. */
  busy = false;
  /** Status codes by which requests are refused. */
  readonly refuses = new Map<string, number>();
  #clients = new Set<Client>();
  #server: WebSocketServer;
  #options: FakeObsOptions;
  #transition: NodeJS.Timeout | undefined;

  private constructor(server: WebSocketServer, options: FakeObsOptions) {
    this.#server = server;
    this.#options = options;
    server.on('connection', (socket) => this.#greet(socket));
  }

  static async start(options: FakeObsOptions = {}): Promise<FakeObs> {
    const server = new WebSocketServer({
      host: '127.0.0.1',
      port: options.port ?? 0,
      handleProtocols: (offered) => (offered.has('obswebsocket.json') ? 'obswebsocket.json' : false),
    });
    await once(server, 'listening');
    return new FakeObs(server, options);
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get address(): string {
    return `ws://127.0.0.1:${this.port}`;
  }

  get connections(): number {
    return this.#clients.size;
  }

  requests(type: string): Record<string, unknown>[] {
    return this.asked.filter((one) => one.type === type).map((one) => one.data);
  }

  emit(eventType: string, eventData: object): void {
    for (const { socket, subscriptions } of this.#clients) {
      if (subscriptions !== 0) socket.send(JSON.stringify({ op: 5, d: { eventType, eventIntent: 1, eventData } }));
    }
  }

  /** What a human does in OBS's window. */
  humanSwitches(scene: string): void {
    this.#switch(scene);
  }

  humanPreviews(scene: string): void {
    this.preview = scene;
    this.emit('CurrentPreviewSceneChanged', { sceneName: scene });
  }

  /** Another name for a scene, as a human gives it; nobody is told, as while Cuedesk is away. */
  rename(from: string, to: string): void {
    const id = this.#idOf(from);
    this.ids.delete(from);
    this.ids.set(to, id);
    this.scenes = this.scenes.map((scene) => (scene === from ? to : scene));
    if (this.program === from) this.program = to;
  }

  kick(code: number): void {
    for (const { socket } of this.#clients) socket.close(code, 'Your session has been invalidated.');
  }

  async stop(): Promise<void> {
    clearTimeout(this.#transition);
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #greet(socket: WebSocket): void {
    const { password, temper, rpcVersion = 1 } = this.#options;
    if (temper === 'silent') return;
    const [challenge, salt] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
    const authentication = password === undefined ? {} : { authentication: { challenge, salt } };
    const version = temper === 'old' ? 0 : rpcVersion;
    socket.send(JSON.stringify({ op: 0, d: { obsWebSocketVersion: '5.1.0', rpcVersion: version, ...authentication } }));
    const expected = password === undefined ? undefined : hash(hash(password + salt) + challenge);
    socket.on('message', (text) => this.#read(socket, JSON.parse(String(text)), expected));
  }

  #read(socket: WebSocket, { op, d }: { op: number; d: Record<string, unknown> }, expected: string | undefined): void {
    if (!this.awake) return;
    if (op === 6) this.#request(socket, d);
    if (op === 1) this.#identify(socket, d, expected);
  }

  #identify(socket: WebSocket, d: Record<string, unknown>, expected: string | undefined): void {
    this.identified.push(Date.now());
    if (expected !== undefined && d['authentication'] !== expected) {
      socket.close(4009, 'Authentication failed.');
      return;
    }
    const client: Client = { socket, subscriptions: Number(d['eventSubscriptions'] ?? 4095) };
    this.#clients.add(client);
    socket.on('close', () => this.#clients.delete(client));
    socket.send(JSON.stringify({ op: 2, d: { negotiatedRpcVersion: 1 } }));
  }

  #request(socket: WebSocket, d: Record<string, unknown>): void {
    const data = (d['requestData'] ?? {}) as Record<string, unknown>;
    const type = String(d['requestType']);
    this.asked.push({ type, data });
    const answer = this.#answer(type, data);
    const requestStatus =
      typeof answer === 'number' ? { result: false, code: answer, comment: 'refused' } : { result: true, code: 100 };
    const responseData = typeof answer === 'number' ? undefined : answer;
    socket.send(
      JSON.stringify({ op: 7, d: { requestType: type, requestId: d['requestId'], requestStatus, responseData } }),
    );
  }

  /** A status code is a refusal. */
  #answer(type: string, data: Record<string, unknown>): object | undefined | number {
    const scene = this.#named(data);
    if (this.busy) return 207;
    const refusal = this.refuses.get(type);
    if (refusal !== undefined) return refusal;
    switch (type) {
      case 'GetVersion':
        return {
          obsVersion: '29.0.2',
          availableRequests: [...KNOWN, ...this.#steps(), ...(this.#options.ids ? ['GetSceneCollectionList'] : [])],
        };
      case 'GetSceneList':
        return { currentProgramSceneName: this.program, currentPreviewSceneName: this.preview, scenes: this.#list() };
      case 'GetSceneCollectionList':
        return { currentSceneCollectionName: this.collection, sceneCollections: [this.collection] };
      case 'GetCurrentProgramScene':
        return { currentProgramSceneName: this.program };
      case 'GetStudioModeEnabled':
        return { studioModeEnabled: this.preview !== null };
      case 'SetCurrentProgramScene':
        if (!this.scenes.includes(scene)) return 600;
        this.#switch(scene);
        return undefined;
      case 'SetCurrentPreviewScene':
        if (this.preview === null) return 506;
        this.preview = scene;
        return undefined;
      case 'GetVideoSettings':
        return { baseWidth: 1920, baseHeight: 1080, outputWidth: 1280, outputHeight: 720 };
      case 'GetInputKindList':
        return {
          inputKinds: this.#options.browserSource === false ? ['image_source'] : ['image_source', 'browser_source'],
        };
      case 'GetInputList':
        return {
          inputs: [...this.inputs]
            .filter(([, it]) => data['inputKind'] === undefined || it.kind === data['inputKind'])
            .map(([inputName]) => ({ inputName })),
        };
      case 'CreateInput':
        return this.#create(data);
      case 'SetInputSettings':
        Object.assign(this.inputs.get(String(data['inputName']))?.settings ?? {}, data['inputSettings']);
        return undefined;
      case 'GetInputSettings': {
        const input = this.inputs.get(String(data['inputName']));
        return input ? { inputKind: input.kind, inputSettings: input.settings } : 600;
      }
      case 'PressInputPropertiesButton':
        return this.inputs.has(String(data['inputName'])) ? undefined : 600;
      case 'GetStreamStatus':
      case 'GetRecordStatus':
        return { outputActive: false };
      case 'GetSceneTransitionList':
        return { transitions: [{ transitionName: 'Cut' }, { transitionName: 'Fade' }] };
      case 'GetHotkeyList':
        return { hotkeys: ['libobs.mute', 'OBSBasic.SelectScene', 'OBSBasic.StartStreaming', 'ReplayBuffer.Save'] };
      case 'GetSceneItemList':
        return { sceneItems: scene === 'Main' ? [{ sourceName: 'Camera' }, ...this.#groups()] : [] };
      case 'GetGroupSceneItemList':
        return { sceneItems: (this.groups.get(scene) ?? []).map((sourceName) => ({ sourceName })) };
      case 'GetSourceFilterList':
        return { filters: data['sourceName'] === 'Main' ? [{ filterName: 'Blur' }] : [] };
      case 'GetSceneItemId':
        if (this.groups.has(scene))
          return this.groups.get(scene)?.includes(String(data['sourceName'])) ? { sceneItemId: 8 } : 600;
        return data['sourceName'] === 'Camera' ? { sceneItemId: 7 } : 600;
      default:
        return this.#steps().includes(type) ? undefined : 204;
    }
  }

  #groups(): object[] {
    return [...this.groups.keys()].map((sourceName) => ({ sourceName, isGroup: true }));
  }

  #steps(): string[] {
    const { steps } = this.#options;
    return steps ? STEPS.filter((type) => !steps.without.includes(type)) : [];
  }

  #create(data: Record<string, unknown>): object | number {
    const name = String(data['inputName']);
    if (this.inputs.has(name)) return 601;
    const settings = { ...(data['inputSettings'] as object) };
    this.inputs.set(name, { kind: String(data['inputKind']), scene: String(data['sceneName']), settings });
    return { sceneItemId: 1 };
  }

  /** Index 0 is the bottom of OBS's list. */
  #list(): object[] {
    const ids = (sceneName: string) => (this.#options.ids ? { sceneUuid: this.#idOf(sceneName) } : {});
    return this.scenes.toReversed().map((sceneName, sceneIndex) => ({ sceneIndex, sceneName, ...ids(sceneName) }));
  }

  #idOf(scene: string): string {
    const id = this.ids.get(scene) ?? randomUUID();
    this.ids.set(scene, id);
    return id;
  }

  /** The scene that a request names, by id or by name. */
  #named(data: Record<string, unknown>): string {
    const id = data['sceneUuid'];
    if (id === undefined || !this.#options.ids) return String(data['sceneName']);
    return [...this.ids].find(([name, one]) => one === id && this.scenes.includes(name))?.[0] ?? 'none';
  }

  /** As OBS does it: one event for the last of several switches, none for a switch to what is on. */
  #switch(scene: string): void {
    if (scene === this.program) return;
    this.program = scene;
    clearTimeout(this.#transition);
    const tell = () => this.emit('CurrentProgramSceneChanged', { sceneName: scene });
    if (this.transitionMs === 0) tell();
    else this.#transition = setTimeout(tell, this.transitionMs);
  }
}

const KNOWN = [
  'GetVersion',
  'GetSceneList',
  'GetCurrentProgramScene',
  'SetCurrentProgramScene',
  'GetStudioModeEnabled',
  'SetCurrentPreviewScene',
  'GetVideoSettings',
  'GetInputKindList',
  'GetInputList',
  'CreateInput',
  'SetInputSettings',
  'GetInputSettings',
  'PressInputPropertiesButton',
  'StartStream',
];

const STEPS = [
  'GetSceneTransitionList',
  'GetHotkeyList',
  'GetSceneItemList',
  'GetGroupSceneItemList',
  'GetSourceFilterList',
  'GetStreamStatus',
  'GetRecordStatus',
  'GetSceneItemId',
  'SetSceneItemEnabled',
  'TriggerMediaInputAction',
  'SetSourceFilterEnabled',
  'SetInputMute',
  'SetCurrentSceneTransition',
  'SetCurrentSceneTransitionDuration',
  'SaveReplayBuffer',
  'CreateRecordChapter',
  'TriggerHotkeyByName',
  'StopStream',
  'StartRecord',
  'StopRecord',
];

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
