import { expect, test } from 'vitest';
import { emptyPlaces, sentencePlace } from '../../../overlay/stage/set-up-places.ts';
import { FIRST_DESIGN } from '../../../shared/first-design.ts';
import type { Box, WidgetKind } from '../../../shared/stage-design.ts';

function placed(kind: WidgetKind, y: number, height = 200) {
  const box: Box = { x: 40, y, width: 872, height, across: 'left', down: 'bottom' };
  return { widget: { kind }, box };
}

test('[ST183] [ST222] a place that is empty is named by all that share its corner, one that is filled by nobody', () => {
  const all = [placed('bio', 800), placed('featured', 800), placed('goal', 300), placed('booking', 1100)];
  const kinds = (on: typeof all) => emptyPlaces(all, on).map((place) => place.kinds);
  expect(kinds([])).toEqual([['bio', 'featured'], ['goal'], ['booking']]);
  expect(kinds([placed('bio', 800)])).toEqual([['goal'], ['booking']]);
  // Its foot alone is under what is on: the name stands clear of it.
  expect(kinds([placed('booking', 950)])).toEqual([['bio', 'featured'], ['goal']]);
  // Where a box is overlapped by what is on, its name would be cut by that plate.
  expect(kinds([placed('goal', 300, 600)])).toEqual([['booking']]);
});

test('[ST183] the sentence that there is nothing to show stands clear of every place and of the face, else of their names', () => {
  const [tall, wide] = FIRST_DESIGN.layouts;
  if (!tall || !wide) throw new Error('the first design has two layouts');
  const below = sentencePlace(tall.canvas, Object.values(tall.boxes));
  expect(below.x).toBe(0.5);
  for (const { y, height } of Object.values(tall.boxes))
    expect(below.y * 1920 < y - 50 || below.y * 1920 > y + height + 50).toBe(true);
  // Between the face, which ends at 540, and the alerts there is no room: at the left of the face.
  expect(sentencePlace(wide.canvas, Object.values(wide.boxes))).toEqual({ x: 1 / 6, y: 0.5 });
  expect(sentencePlace({ width: 1080, height: 1920 }, [])).toEqual({ x: 0.5, y: 0.5 });
  expect(sentencePlace({ width: 1920, height: 1080 }, [])).toEqual({ x: 0.5, y: 0.58 });
  expect(sentencePlace({ width: 1080, height: 1920 }, [placed('bio', 0, 1920).box])).toEqual({ x: 0.5, y: 0.5 });
  const full = { ...placed('bio', 0, 1080).box, x: 0, width: 1920 };
  expect(sentencePlace({ width: 1920, height: 1080 }, [full])).toEqual({ x: 0.5, y: 0.58 });
});
