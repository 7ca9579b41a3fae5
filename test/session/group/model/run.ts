import type { Schedule } from './schedule.ts';
import { Story } from './story.ts';

/**
 * Carries a schedule out and then lets everything come right and end. Rejects with `Violation` where an invariant does not
 * hold; resolves with how many steps meant something.
 */
export async function run(schedule: Schedule): Promise<number> {
  const story = new Story(schedule);
  try {
    let meant = 0;
    for (const step of schedule.steps) if (await story.step(step)) meant += 1;
    await story.calmDown();
    await story.end();
    return meant;
  } finally {
    story.world.close();
  }
}
