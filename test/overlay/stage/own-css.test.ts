import { expect, test } from 'vitest';
import { reachesOut } from '../../../overlay/stage/own-css.ts';

test.each([
  '.a { background: url("https://canary.example/x"); }',
  '.a { background: URL(x.png); }',
  '.a { --x: u\\72l(https://canary.example/x); }',
  '.a { --x: \\75rl(x); }',
  '.a { background: image-set("x.png" 1x); }',
  '.a { background: -webkit-image-set("x.png" 1x); }',
  '.a { background: src("x.png"); }',
  '@import "x.css";',
  '@font-face { font-family: x; src: url("x.woff2"); }',
  '@media screen { .a { cursor: url("x.cur"), auto; } }',
  '@property --x { syntax: "<url>"; inherits: false; initial-value: url("x"); }',
])('[ST29] the rule %s is left out', (rule) => {
  expect(reachesOut(rule)).toBe(true);
});

test.each([
  '.bio { background: linear-gradient(red, blue); }',
  '.bio { background-image: none; border-image-source: initial; }',
  '.plate { border-radius: 0px; box-shadow: rgb(0, 0, 0) 0px 0px 4px; }',
  '@media (orientation: landscape) { .queue { opacity: 0.5; } }',
  '@keyframes pulse { from { opacity: 0; } }',
])('[ST29] the rule %s stays', (rule) => {
  expect(reachesOut(rule)).toBe(false);
});
