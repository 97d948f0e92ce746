import { Check } from '../parts/field.tsx';
import { chooseNotices, chooseSound, chooseWords, noticeChoice, whyNot } from './notify.ts';
import { sayTeam } from './team-words.ts';

/** Sound and notifications of this person in this browser, and in plain words why there are none where there are none. */
export function NoticeSettings() {
  const { sound, notices, words } = noticeChoice.value;
  const why = whyNot.value;
  return (
    <>
      <Check
        look="switch"
        label={sayTeam('notices.sound')}
        hint={sayTeam('notices.soundHint')}
        checked={sound}
        onChange={(event) => chooseSound(event.currentTarget.checked)}
      />
      <Check
        look="switch"
        label={sayTeam('notices.notices')}
        hint={sayTeam(why ? `notices.why.${why}` : 'notices.noticesHint')}
        checked={notices && why === null}
        // A person who was asked and said no can change that in the browser alone, and then try again here.
        disabled={why !== null && why !== 'denied'}
        onChange={(event) => {
          const box = event.currentTarget;
          void chooseNotices(box.checked).then(() => {
            box.checked = noticeChoice.value.notices;
          });
        }}
      />
      {notices && why === null && (
        <Check
          label={sayTeam('notices.words')}
          hint={sayTeam('notices.wordsHint')}
          checked={words}
          onChange={(event) => chooseWords(event.currentTarget.checked)}
        />
      )}
    </>
  );
}
