import { expect, test } from 'vitest';
import { safeZones } from '../../../overlay/parts/safe-zones.ts';
import { meet } from '../../../overlay/stage/layout.ts';
import { SAMPLE_DESIGN } from '../../../server/sources/sample-design.ts';
import { FIRST_DESIGN } from '../../../shared/first-design.ts';

test('[ST142] no box of the sample show’s design reaches into a safe zone, but that of the feed, which is never on air', () => {
  for (const { canvas, boxes, name } of SAMPLE_DESIGN.layouts) {
    for (const [id, box] of Object.entries(boxes)) {
      const reached = safeZones(canvas).filter((zone) => meet(zone, box));
      if (id !== 'feed') expect(reached, `${id} of ${name}`).toEqual([]);
    }
  }
});

test('[ST221] in set-up mode the state of the feed stands beside all that the first and the sample design show', () => {
  for (const { layouts, widgets } of [FIRST_DESIGN, SAMPLE_DESIGN])
    for (const { boxes, name } of layouts) {
      const { feed } = boxes;
      if (!feed) throw new Error(`no feed on ${name}`);
      const under = widgets.filter(({ id }) => {
        const box = boxes[id];
        return id !== 'feed' && box && meet(feed, box);
      });
      expect(under, name).toEqual([]);
    }
});
