/**
 * Takes a person to the first field that needs mending: into sight and under their hands. Fields are marked, and folds
 * that hold one opened, with the drawing of the same turn, so it waits for that.
 */
export function focusFirstWrong(form: EventTarget | null): void {
  requestAnimationFrame(() => {
    const field = form instanceof HTMLElement ? form.querySelector('[aria-invalid="true"]') : null;
    if (!(field instanceof HTMLElement)) return;
    field.focus({ preventScroll: true });
    // In the middle: its sentence stands below it, and a bar that stays at the top would cover what is scrolled to there.
    field.scrollIntoView({ block: 'center' });
  });
}
