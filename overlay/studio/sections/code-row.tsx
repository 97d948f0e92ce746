import { Check, CircleStop, Copy, Download, QrCode, Trash2 } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ShortCode } from '../../../shared/codes.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { copyText } from '../../parts/clipboard.ts';
import { StateWord } from '../../parts/surface.tsx';
import { shortTime } from '../../parts/time-words.ts';
import { useAct } from '../model/act.ts';
import { tellCode } from '../model/code-words.ts';
import { labelBeside } from '../model/codes.ts';
import { RefusedNote } from '../model/refused.tsx';
import { now, view } from '../model/state.ts';
import { tongue } from '../model/words.ts';
import { Figures, offerTitle } from './code-parts.tsx';

/** One code: what it is for, where it leads, what came by it, and what can be done with it. `onGone`: it leaves the list. */
export function CodeRow({ code: one, onGone }: { code: ShortCode; onGone: () => void }) {
  const [isDrawn, setDrawn] = useState(false);
  const [copied, setCopied] = useState(false);
  const { code, ended } = one;
  const url = `${view.value?.address.url ?? ''}/c/${code}`;
  const address = url.replace(/^https?:\/\//, '');
  return (
    <li class="code-row" data-code={code} data-ended={ended}>
      <div class="code-what">
        <p class="code-letters" translate={false}>
          {code}
        </p>
        <div class="stack gap-1">
          <p>
            <StateWord tone={ended ? 'plain' : 'positive'}>{tellCode(`row.${one.kind}`)}</StateWord>{' '}
            <bdi class="code-label">{labelBeside(tellCode(`row.${one.kind}`), one.label)}</bdi>
          </p>
          <p class="quiet small">{leadsTo(one.service)}</p>
          <p class="quiet small">{times(one)}</p>
        </div>
      </div>
      <Figures code={one} />
      <div class="code-acts">
        <Button
          size="small"
          icon={copied ? Check : Copy}
          title={address}
          onClick={() => void copyText(url).then(setCopied)}
        >
          {tellCode(copied ? 'row.copied' : 'row.copy')}
        </Button>
        <Button size="small" icon={QrCode} aria-expanded={isDrawn} onClick={() => setDrawn(!isDrawn)}>
          {tellCode('row.qr')}
        </Button>
        <Away code={one} onGone={onGone} />
      </div>
      {isDrawn && <Drawn code={code} address={address} />}
    </li>
  );
}

function leadsTo(service: string | null): string {
  if (service === null) return tellCode('row.leadsPage');
  const offer = offerTitle(service);
  return offer === null ? tellCode('row.leadsGone') : tellCode('row.leads', { offer });
}

function times({ createdAt, shownUntil, ended }: ShortCode): string {
  const when = (instant: string) => shortTime(instant, now.value, undefined, tongue());
  const made = tellCode('row.made', { when: when(createdAt) });
  if (shownUntil === null) return made;
  return `${made} · ${tellCode(ended ? 'row.endedAt' : 'row.endsAt', { when: when(shownUntil) })}`;
}

/** Ends a code; one that has ended is taken away with its numbers, which is asked first. */
function Away({ code: { code, ended }, onGone }: { code: ShortCode; onGone: () => void }) {
  const [isAsked, setAsked] = useState(false);
  const act = useAct();
  const asked = useRef<HTMLDivElement>(null);
  // The button that had the focus has given way to the question.
  useLayoutEffect(() => asked.current?.querySelector('button')?.focus(), [isAsked]);
  async function run(method: 'POST' | 'DELETE', path: string): Promise<void> {
    const answer = await act.run(method, path);
    if (answer.type === 'done') onGone();
  }
  if (!ended) {
    return (
      <>
        <Button
          size="small"
          icon={CircleStop}
          disabled={act.busy}
          aria-label={tellCode('row.endLabel', { code })}
          onClick={() => void run('POST', `/codes/${code}/end`)}
        >
          {tellCode('row.end')}
        </Button>
        <RefusedNote refused={act.refused} />
      </>
    );
  }
  if (!isAsked) {
    return (
      <Button
        size="small"
        icon={Trash2}
        aria-label={tellCode('row.removeLabel', { code })}
        onClick={() => setAsked(true)}
      >
        {tellCode('row.remove')}
      </Button>
    );
  }
  return (
    <div class="code-asked" ref={asked}>
      <span>{tellCode('row.removeAsk', { code })}</span>
      <Button size="small" look="danger" disabled={act.busy} onClick={() => void run('DELETE', `/codes/${code}`)}>
        {tellCode('row.remove')}
      </Button>
      <Button size="small" look="plain" onClick={() => setAsked(false)}>
        {tellCode('row.keep')}
      </Button>
      <RefusedNote refused={act.refused} />
    </div>
  );
}

function Drawn({ code, address }: { code: string; address: string }) {
  const picture = `/api/v1/codes/${code}/qr.svg`;
  return (
    <div class="code-drawn">
      <img src={picture} width={180} height={180} alt={tellCode('row.qrAlt', { address })} />
      <div class="stack gap-2">
        <code class="secret">{address}</code>
        <div>
          <LinkButton size="small" icon={Download} href={picture} download={`cuedesk-${code}.svg`}>
            {tellCode('row.save')}
          </LinkButton>
        </div>
      </div>
    </div>
  );
}
