import { effect } from '@preact/signals';
import { render } from 'preact';
import { arrive } from '../parts/login.ts';
import { passkeyWords } from '../parts/passkey-words.ts';
import { showWords } from '../parts/show-words.ts';
import { signInWords } from '../parts/sign-in-words.ts';
import '../theme/pages.css';
import { editorWords } from './model/editor-words.ts';
import { offerWords } from './model/offer-words.ts';
import { peopleWords } from './model/people-words.ts';
import { start, wantedLanguage } from './model/state.ts';
import { words } from './model/words.ts';
import { Shell } from './shell.tsx';

effect(() => {
  const language = wantedLanguage.value;
  void words.speak(language);
  void editorWords.speak(language);
  void offerWords.speak(language);
  void peopleWords.speak(language);
  void passkeyWords.speak(language);
  void showWords.speak(language);
  void signInWords.speak(language);
});
void arrive().then(start);

const root = document.querySelector('#studio');
if (root) render(<Shell />, root);
