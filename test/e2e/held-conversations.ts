import type { Page } from '@playwright/test';

/** Keeps the opened requests' conversations from a page, which then knows their rows alone, until they may arrive. */
export async function holdConversations(page: Page): Promise<{ arrives(): void }> {
  const kept: (() => void)[] = [];
  let holding = true;
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (holding && String(message).includes('["thread"')) kept.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  return {
    arrives() {
      holding = false;
      for (const send of kept) send();
    },
  };
}
