interface Making {
  /** How often it was asked for so far. */
  asked: number;
  done: Promise<void>;
}

/**
 * Makes something for a page (or whatever `Page` names) and gives it, one making at a time for each: what is asked for
 * meanwhile is made after it, and the older is not given at all. So nothing that was read earlier is ever given later,
 * however long a look at the store takes. What is returned resolves once the newest was given, and rejects when that failed.
 */
export function newestTo<Page, Made>(
  make: (page: Page) => Promise<Made>,
  give: (page: Page, made: Made) => Promise<void> | void,
): (page: Page) => Promise<void> {
  const making = new Map<Page, Making>();

  async function run(page: Page, mine: Making): Promise<void> {
    const { asked } = mine;
    try {
      const made = await make(page);
      if (mine.asked === asked) await give(page, made);
    } catch (error) {
      // What was asked for meanwhile is made anew and fails by itself.
      if (mine.asked === asked) throw error;
    }
    if (mine.asked !== asked) await run(page, mine);
  }

  return (page) => {
    const known = making.get(page);
    if (known) {
      known.asked += 1;
      return known.done;
    }
    const mine: Making = { asked: 0, done: Promise.resolve() };
    making.set(page, mine);
    mine.done = run(page, mine).finally(() => making.delete(page));
    return mine.done;
  };
}
