import { lastPeriodAt, type Period, periodBefore, windowOf } from '#core/evaluation/period'
import { DAY, HOUR } from './codes'
import type { CouncilTale } from './council-tales'
import { personOf } from './personas'
import { headOf } from './residents'

/**
 * What the council is done with: one poll that closed in each of the two months there are cards of. The lamps were
 * agreed on; the first try at parking found as many houses for it as against it, and a tie is not a majority.
 */
export function pastTales(epoch: number): CouncilTale[] {
  const last = lastPeriodAt(epoch)
  return [lampPosts(periodBefore(last)), lookouts(last)]
}

/** 77栋 had no head then: who stands in for him now came later. */
const EXCEPT = [77]

/** Proposed in time for a poll that opens on the evening of the month's fourth day and closes five days later. */
function inMonth(period: Period) {
  const opens = windowOf(period).from + 3 * DAY + 18 * HOUR
  return {
    proposedAt: opens - 14 * DAY,
    screenedAt: opens - 11 * DAY,
    announcedAt: opens - 11 * DAY + HOUR,
    debatedAt: opens - 7 * DAY,
    poll: { at: opens, days: 5, except: EXCEPT },
    said: (days: number) => opens - 7 * DAY + days * DAY + HOUR,
  }
}

function lampPosts(period: Period): CouncilTale {
  const { poll, said, ...when } = inMonth(period)
  return {
    ...when,
    id: 'motion.lamp-posts',
    concernId: null,
    proposer: personOf('resident.li'),
    words: {
      title: '12栋到40栋之间装14盏路灯',
      text: '两条后巷各装7盏，灯杆立在墙边，不占路。钱从社区微改造经费出，住户不出钱。',
      who: '网格员曾小云联系施工，23栋楼栋长看着装',
      byWhen: poll.at + 50 * DAY,
      costFen: 8_600_000,
    },
    seconds: [23, 12, 40],
    said: [
      { by: headOf(12), at: said(0), side: 'for', words: '晚上收工回来，这一段伸手不见五指。' },
      { by: headOf(40), at: said(1), side: 'for', words: '灯杆靠墙立，三轮车还过得去。' },
      { by: headOf(31), at: said(2), side: 'against', words: '两盏正对窗口，要装灯罩才行。' },
    ],
    poll: { ...poll, id: 'poll.lamp-posts', votes: [139, 9, 6] },
    inForceAt: poll.at + 14 * DAY,
  }
}

function lookouts(period: Period): CouncilTale {
  const { poll, said, ...when } = inMonth(period)
  return {
    ...when,
    id: 'motion.lookouts',
    concernId: null,
    proposer: personOf('volunteer.chen'),
    words: {
      title: '巷口停车一栋一周轮流看',
      text: '一栋看一周，晚上七点到九点劝走堵巷口的车，一年轮不到两回。',
      who: '各栋楼栋长，从1栋轮起',
      byWhen: poll.at + 60 * DAY,
      costFen: 0,
    },
    seconds: [34, 44, 58],
    said: [
      { by: headOf(34), at: said(0), side: 'for', words: '没人看，划了线也白划。' },
      { by: headOf(66), at: said(1), side: 'against', words: '楼栋长劝不动外来的车，应当请交警来。' },
    ],
    poll: { ...poll, id: 'poll.lookouts', votes: [64, 64, 0] },
  }
}
