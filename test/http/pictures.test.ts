import { afterAll, beforeAll, expect, test } from 'vitest';
import { BIO, givenService } from '../app/booking-given.ts';
import { CANARY, jpegWithExif, png } from '../pictures/given-pictures.ts';
import { AS_OWNER, JSON_BODY, startProgram, type TestProgram } from '../program/given-program.ts';

let door: TestProgram;
beforeAll(async () => {
  door = await startProgram();
});
afterAll(() => door.close());

async function upload(bytes: Uint8Array, type = 'image/png', headers: Record<string, string> = AS_OWNER) {
  const body = new Uint8Array(bytes);
  const answer = await fetch(`${door.base}/api/v1/pictures`, {
    method: 'POST',
    headers: { ...headers, 'content-type': type },
    body,
  });
  return { status: answer.status, body: (await answer.json()) as { id: string; why?: string; width: number } };
}

async function send(method: string, path: string, body: unknown): Promise<number> {
  const headers = { ...AS_OWNER, ...JSON_BODY };
  const answer = await fetch(door.base + path, { method, headers, body: JSON.stringify(body) });
  await answer.arrayBuffer();
  return answer.status;
}

async function see(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(door.base + path, { headers });
}

test('[BK85] a picture is the owner’s alone until the bio shows it, then anybody’s; a private certificate never is', async () => {
  const [portrait, diploma, passport] = await Promise.all([
    upload(await jpegWithExif(60, 40), 'image/jpeg'),
    upload(png(30, 20)),
    upload(png(20, 30, { text: CANARY })),
  ]);
  expect([portrait.status, diploma.status, passport.status]).toEqual([201, 201, 201]);
  const ids = [portrait, diploma, passport].map(({ body }) => body.id);
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect((await see(`/pictures/${id}.webp`)).status).toBe(404);
    expect((await see(`/api/v1/pictures/${id}.webp`)).status).toBe(401);
    expect((await see(`/api/v1/pictures/${id}.webp`, AS_OWNER)).status).toBe(200);
  }
  const proofs = [
    { kind: 'certificate', title: 'Diploma', public: true, picture: diploma.body.id },
    { kind: 'certificate', title: 'Passport', public: false, picture: passport.body.id },
    { kind: 'link', title: 'My work', url: 'https://example.com/work', public: true },
  ];
  expect(await send('PUT', '/api/v1/bio', { ...BIO, proofs, portrait: portrait.body.id })).toBe(200);
  expect((await see(`/pictures/${portrait.body.id}.webp`)).status).toBe(404);
  expect(await send('POST', '/api/v1/bio/publish', {})).toBe(200);

  const page = (await (await see('/api/v1/public/creator')).json()) as Record<string, unknown>;
  const url = `/pictures/${diploma.body.id}.webp`;
  expect(page).toMatchObject({
    portrait: { url: `/pictures/${portrait.body.id}.webp`, width: 40, height: 60, alt: 'Ada Creator' },
    pictures: [],
    proofs: [
      { kind: 'certificate', title: 'Diploma', picture: { url, width: 30, height: 20, alt: 'Diploma' } },
      { kind: 'link', title: 'My work', url: 'https://example.com/work' },
    ],
  });
  expect(JSON.stringify(page)).not.toContain(passport.body.id);
  const seen = await see(url);
  expect(seen.headers.get('content-type')).toBe('image/webp');
  expect(seen.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(seen.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await see(`/pictures/${passport.body.id}.webp`)).status).toBe(404);
}, 30_000);

test('[BK85] the same picture twice is one picture', async () => {
  expect((await upload(png(9, 9))).body.id).toBe((await upload(png(9, 9))).body.id);
});

test.each<[string, Uint8Array, string, number, string]>([
  ['an SVG', new TextEncoder().encode('<svg/>'), 'image/svg+xml', 415, 'picture-type'],
  ['an SVG that says it is a PNG', new TextEncoder().encode('<svg/>'), 'image/png', 415, 'picture-type'],
  ['a GIF', new TextEncoder().encode('GIF89a'), 'image/gif', 415, 'picture-type'],
  ['an animation', png(4, 4, { moving: true }), 'image/png', 415, 'picture-moving'],
  ['50,000 x 50,000 pixels', png(50_000, 50_000, { hollow: true }), 'image/png', 413, 'picture-too-large'],
  ['a hollow file', png(40, 40, { hollow: true }), 'image/png', 422, 'picture-broken'],
  ['more than 10 MB', new Uint8Array(10 * 1024 * 1024 + 1), 'image/png', 413, 'too-large'],
])('[BK86] %s is refused in words', async (_what, bytes, type, status, why) => {
  const answer = await upload(bytes, type);
  expect([answer.status, answer.body.why]).toEqual([status, why]);
});

test('[BK86] nobody but the owner sends pictures, and no other route takes one for a body', async () => {
  expect((await upload(png(4, 4), 'image/png', {})).status).toBe(401);
  const body = new Uint8Array(png(4, 4));
  const headers = { ...AS_OWNER, 'content-type': 'image/png' };
  const answer = await fetch(`${door.base}/api/v1/services`, { method: 'POST', headers, body });
  expect(answer.status).toBe(415);
});

test('[VP103] the picture of a shared link is there for anybody on both doors, for who is published alone', async () => {
  for (const base of [door.base, door.publicBase]) {
    const answer = await fetch(`${base}/share/creator.png?v=1`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(1, 4)
        .toString('latin1'),
    ).toBe('PNG');
    for (const path of ['/share/nobody.png', '/share/creator', '/share/..%2fcreator.png']) {
      expect([400, 404]).toContain((await fetch(base + path)).status);
    }
  }
});

test('[BK182] an address with a handle of before leads to the one of now, with its service and code', async () => {
  expect(await send('PUT', '/api/v1/bio', { ...BIO, handle: 'creator.now' })).toBe(200);
  expect(await send('POST', '/api/v1/bio/publish', {})).toBe(200);
  for (const base of [door.base, door.publicBase]) {
    const go = (path: string) => fetch(base + path, { redirect: 'manual' });
    const moved = await go('/@Creator/cv-check?via=KITE');
    expect([moved.status, moved.headers.get('location')]).toEqual([302, '/@creator.now/cv-check?via=KITE']);
    expect((await go('/@creator')).headers.get('location')).toBe('/@creator.now');
    expect((await go('/@creator.now')).status).toBe(200);
    expect((await go('/@nobody')).status).toBe(404);
  }
});

test('[BK207] an address with a short name of before, or in capital letters, leads to the offer with its code, past an old handle at once', async () => {
  const made = await fetch(`${door.base}/api/v1/services`, {
    method: 'POST',
    headers: { ...AS_OWNER, ...JSON_BODY },
    body: JSON.stringify(givenService({ slug: 'first-look' })),
  });
  const { id } = (await made.json()) as { id: string };
  expect(await send('PUT', `/api/v1/services/${id}`, givenService({ slug: 'second-look' }))).toBe(200);
  for (const base of [door.base, door.publicBase]) {
    const go = async (path: string) => {
      const answer = await fetch(base + path, { redirect: 'manual' });
      return [answer.status, answer.headers.get('location')];
    };
    expect(await go('/@creator.now/first-look?via=KITE')).toEqual([302, '/@creator.now/second-look?via=KITE']);
    expect(await go('/@creator/First-Look')).toEqual([302, '/@creator.now/second-look']);
    expect(await go('/@creator.now/SECOND-look')).toEqual([302, '/@creator.now/second-look']);
    expect(await go('/@creator.now/second-look')).toEqual([200, null]);
    // What no offer ever was called shows the page: somebody typed a letter wrong.
    expect(await go('/@creator.now/third-look')).toEqual([200, null]);
  }
});
