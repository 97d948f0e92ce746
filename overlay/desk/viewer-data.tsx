import { Download } from 'lucide';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { LinkButton } from '../parts/button.tsx';
import { can } from './state.ts';
import { say } from './words.ts';

/** A file of all that is kept of the viewer, for a viewer who asks for it: for who may see how to reach them. */
export function ViewerDataLinks({ request }: { request: DeskRequest }) {
  // Of who was erased nothing is left to give.
  if (!can('see-contact') || request.name === '') return null;
  const address = `/api/v1/requests/${encodeURIComponent(request.id)}/viewer-data`;
  return (
    <div class="stack gap-2 viewer-data">
      <p class="quiet small">{say('context.data', { name: request.name })}</p>
      <div class="row gap-2">
        {(['json', 'csv'] as const).map((format) => (
          <LinkButton key={format} look="plain" size="small" icon={Download} href={`${address}.${format}`} download>
            {format.toUpperCase()}
          </LinkButton>
        ))}
      </div>
    </div>
  );
}
