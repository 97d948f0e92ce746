import { RotateCcw } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { ShortCode } from '../../../shared/codes.ts';
import { ask, type Refused } from '../../parts/ask.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Notice, Skeleton } from '../../parts/surface.tsx';
import { codeWords, tellCode } from '../model/code-words.ts';
import { asOf } from '../model/codes.ts';
import { RefusedNote } from '../model/refused.tsx';
import { now, view, wantedLanguage } from '../model/state.ts';
import { CodeForm } from './code-form.tsx';
import { CodeList } from './code-list.tsx';
import { MomentCard } from './code-moment.tsx';
import { SectionHead } from './section-head.tsx';

/** Short codes: the one of this moment, a form for others, and all there are with what came by them. */
export function CodesSection() {
  const language = wantedLanguage.value;
  useEffect(() => void codeWords.speak(language), [language]);
  const { codes, refused, again } = useCodes();
  if (codeWords.language.value === null) return null;
  return (
    <div class="section">
      <SectionHead title={tellCode('title')} text={tellCode('text')} />
      <Reach />
      <div class="two">
        <MomentCard codes={codes ?? []} />
        <CodeForm />
      </div>
      {refused && (
        <div class="stack gap-3">
          <RefusedNote refused={refused} />
          <div>
            <Button icon={RotateCcw} onClick={again}>
              {tellCode('again')}
            </Button>
          </div>
        </div>
      )}
      {codes ? (
        <CodeList codes={asOf(codes, now.value)} />
      ) : (
        !refused && <Skeleton lines={6} label={tellCode('loading')} />
      )}
    </div>
  );
}

/** The list, read anew whenever the server says that it has changed; what stood there stays meanwhile. */
function useCodes() {
  const [codes, setCodes] = useState<ShortCode[] | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [tries, setTries] = useState(0);
  const revision = view.value?.codes.revision;
  useEffect(() => {
    let isOld = false;
    void ask<ShortCode[]>('GET', '/codes').then((answer) => {
      if (isOld) return;
      if (answer.type === 'done') setCodes(answer.value);
      setRefused(answer.type === 'done' ? null : answer);
    });
    return () => {
      isOld = true;
    };
  }, [revision, tries]);
  return { codes, refused, again: () => setTries(tries + 1) };
}

/** What keeps viewers from getting anywhere by a code. */
function Reach() {
  const { published, address } = view.value ?? {};
  if (published === false) {
    return (
      <Notice tone="warning" title={tellCode('notPublished')}>
        <div>
          <LinkButton size="small" href="#bio">
            {tellCode('toBio')}
          </LinkButton>
        </div>
      </Notice>
    );
  }
  if (!address?.localOnly) return null;
  return (
    <Notice tone="warning" title={tellCode('localOnly', { url: address.url })}>
      <div>
        <LinkButton size="small" href="#address">
          {tellCode('toAddress')}
        </LinkButton>
      </div>
    </Notice>
  );
}
