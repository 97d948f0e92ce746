import { effect } from '@preact/signals';
import { render } from 'preact';
import { SCENES_PAGE } from '../../shared/page-header.ts';
import { askAs } from '../parts/ask.ts';
import { arrive } from '../parts/login.ts';
import { passkeyWords } from '../parts/passkey-words.ts';
import { showWords } from '../parts/show-words.ts';
import { signInWords } from '../parts/sign-in-words.ts';
import '../theme/pages.css';
import { Desk } from './desk.tsx';
import { forgetWhoLeaves } from './forget-person.ts';
import { followAttention } from './notify.ts';
import { queueWords } from './queue-words.ts';
import { isSceneDock } from './scene-dock.tsx';
import { followRefusals } from './standing.ts';
import { rememberedLanguage, start, wantedLanguage } from './state.ts';
import { teamWords } from './team-words.ts';
import { togetherWords } from './together-words.ts';
import { words } from './words.ts';

rememberedLanguage();
effect(() => {
  const language = wantedLanguage.value;
  void words.speak(language);
  void teamWords.speak(language);
  void queueWords.speak(language);
  void togetherWords.speak(language);
  void passkeyWords.speak(language);
  void showWords.speak(language);
  void signInWords.speak(language);
});
followAttention();
if (isSceneDock) askAs(SCENES_PAGE);
followRefusals();
forgetWhoLeaves();
void arrive().then(start);

const root = document.querySelector('#desk');
if (root) render(<Desk />, root);
