/** How many days a viewer's browser keeps the mark that a block knows it by, from the last request that was sent from it. */
export const MARK_DAYS = 180;
