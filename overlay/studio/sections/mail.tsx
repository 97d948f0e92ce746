import { useEffect, useState } from 'preact/hooks';
import type { MailSettings, MailStatus } from '../../../shared/mail.ts';
import { newest } from '../../newest.ts';
import { ask, type Refused } from '../../parts/ask.ts';
import { LinkButton } from '../../parts/button.tsx';
import { Notice, Skeleton } from '../../parts/surface.tsx';
import { dayAndClock, relative } from '../../parts/time-words.ts';
import { kindWord, mailWords, tellMail, troubleWord } from '../model/mail-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { StandingWord } from '../model/standing.tsx';
import { now, view, wantedLanguage } from '../model/state.ts';
import { say, tongue } from '../model/words.ts';
import { FeedCard } from './mail-feed.tsx';
import { RemindersCard } from './mail-reminders.tsx';
import { ServerForm, TestForm } from './mail-server.tsx';
import { TemplatesCard } from './mail-templates.tsx';
import { SectionHead } from './section-head.tsx';

/** Outgoing mail: how it stands, the server, reminders, the creator's own calendar, and the wording. */
export function MailSection() {
  const [settings, setSettings] = useState<MailSettings | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [answers] = useState(newest);
  function kept(next: MailSettings): void {
    // What was asked for before it was kept is older.
    answers.pushed();
    setSettings(next);
  }
  const language = wantedLanguage.value;
  useEffect(() => void mailWords.speak(language), [language]);
  // Read anew when something failed meanwhile: the list of failures comes with it.
  const failures = view.value?.mail.failed;
  useEffect(() => {
    const isNews = answers.asked();
    void ask<MailSettings>('GET', '/mail').then((answer) => {
      if (!isNews()) return;
      if (answer.type === 'done') setSettings(answer.value);
      else setRefused(answer);
    });
  }, [failures]);
  if (mailWords.language.value === null) return null;
  return (
    <div class="section">
      <SectionHead title={tellMail('title')} text={tellMail('text')} />
      <RefusedNote refused={refused} />
      {settings === null ? (
        !refused && <Skeleton lines={7} label={tellMail('loading')} />
      ) : (
        <>
          <Standing status={view.value?.mail ?? settings.status} />
          <div class="two">
            <ServerForm settings={settings} onChange={kept} />
            <div class="stack">
              <TestForm on={settings.server !== null} />
              <RemindersCard settings={settings} onChange={kept} />
              <FeedCard first={settings.feed} />
            </div>
          </div>
          <Failures settings={settings} />
          <TemplatesCard settings={settings} onChange={kept} />
        </>
      )}
    </div>
  );
}

const STANDINGS = { off: 'idle', ready: 'good', trouble: 'attention' } as const;

function Standing({ status }: { status: MailStatus }) {
  const address = view.value?.address;
  const { waiting, planned, sent } = status;
  return (
    <section class="card stack gap-3" aria-label={tellMail('title')} data-mail={status.state}>
      <div class="apart">
        <StandingWord standing={STANDINGS[status.state]}>{tellMail(`state.${status.state}`)}</StandingWord>
        {status.state !== 'off' && (
          <span class="quiet small figures">
            {[
              tellMail('waiting', { count: waiting }),
              tellMail('planned', { count: planned }),
              tellMail('sent', { count: sent }),
            ].join(' · ')}
          </span>
        )}
      </div>
      {status.state === 'off' && <p>{tellMail('offText')}</p>}
      {status.trouble && (
        <Notice tone="warning" title={troubleWord(status.trouble)}>
          <p class="small">
            {status.retryAt && tellMail('nextTry', { in: relative(status.retryAt, now.value, tongue()) })}{' '}
            {status.said && tellMail('said', { said: status.said })}
          </p>
        </Notice>
      )}
      {status.state !== 'off' && address?.localOnly && (
        <Notice tone="warning" title={tellMail('localOnly', { url: address.url })}>
          <div>
            <LinkButton size="small" href="#address">
              {say('steps.addressGo')}
            </LinkButton>
          </div>
        </Notice>
      )}
    </section>
  );
}

function Failures({ settings }: { settings: MailSettings }) {
  if (settings.failed.length === 0) return null;
  return (
    <section class="card stack gap-3">
      <h2>{tellMail('failed.title')}</h2>
      <ul class="stack gap-3">
        {settings.failed.map((mail) => (
          <li key={mail.id} class="stack gap-1">
            <span>
              {kindWord(mail.kind)} <span class="quiet small">{dayAndClock(mail.at, undefined, tongue())}</span>
            </span>
            <span class="small">{troubleWord(mail.why)}</span>
            {mail.said && <span class="quiet small">{tellMail('said', { said: mail.said })}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
