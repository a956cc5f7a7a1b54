import { View } from '@tarojs/components'
import { ancestorAt, levelOf } from '#core/grids/grid'
import type { Action } from '#core/people/policy'
import { reachOf } from '#core/people/policy'
import { Answered } from '../../../components/answered'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { type Me, useSession } from '../../../stores/session'
import { leftWords } from '../../../texts/dates'
import {
  card as cardWords,
  monthWords,
  scoreWords,
  stateWords,
  scores as words,
} from '../../../texts/evaluation'
import { useAsk } from '../../../use-ask'
import { useNow } from '../../../use-now'

function Mine() {
  const mine = useAsk('scores.mine', {})
  const now = useNow()
  usePulledDown(mine.refresh)
  return (
    <Section title={words.mine}>
      <Answered ask={mine} rows={2}>
        {({ items }) => (
          <Card>
            {items.length === 0 && <View className="ld-body ld-help">{words.none}</View>}
            {items.map((one) => (
              <Cell
                key={one.id}
                icon="chart"
                title={`${one.label}，${monthWords(one.period)}：${scoreWords(one.score)}`}
                help={
                  one.previewUntil === null
                    ? stateWords[one.state]
                    : cardWords.until(leftWords(one.previewUntil, now))
                }
                onPress={() => go('scoreCard', { id: one.id })}
              />
            ))}
          </Card>
        )}
      </Answered>
    </Section>
  )
}

/** Where his home or office stands; heads are listed by grids of level 2. */
const gridOf = ({ home, offices }: Me): string | undefined => {
  const path = home?.gridPath ?? offices[0]?.gridPath
  return path && levelOf(path) >= 2 ? ancestorAt(path, 2) : undefined
}

function Lists({ me }: { me: Me }) {
  const grid = gridOf(me)
  return (
    <Section title={words.lists}>
      <Card>
        {grid && (
          <Cell icon="users" title={words.heads} onPress={() => go('scoreList', { kind: 'head', grid })} />
        )}
        <Cell
          icon="list"
          title={words.grids}
          help={words.gridsHelp}
          onPress={() => go('scoreList', { kind: 'grid' })}
        />
        <Cell
          icon="heart"
          title={words.rewards}
          help={words.rewardsHelp}
          onPress={() => go('rewards', { grid })}
        />
      </Card>
    </Section>
  )
}

function Work({ me }: { me: Me }) {
  const holds = (action: Action, role?: string) =>
    me.offices.some((one) => reachOf(action, one.role) !== undefined && (!role || one.role === role))
  if (!holds('score.confirm')) return null
  return (
    <Section title={words.work}>
      <Card>
        <Cell icon="shield" title={words.boardHeads} onPress={() => go('scoreBoard', { kind: 'head' })} />
        {holds('score.confirm', 'street_admin') && (
          <Cell icon="shield" title={words.boardGrids} onPress={() => go('scoreBoard', { kind: 'grid' })} />
        )}
      </Card>
    </Section>
  )
}

/** 考评: one's own cards, what was published, and what there is to do. */
export default function ScoresPage() {
  const me = useSession((session) => session.me)
  return (
    <Page title={words.title}>
      <View className="ld-body ld-help">{words.help}</View>
      {!me && <Refused failure={{ code: 'NOT_AUTHENTICATED' }} />}
      {me && me.offices.length > 0 && <Mine />}
      {me?.home && (
        <Section title={words.survey}>
          <Card>
            <Cell icon="heart" title={words.survey} help={words.surveyHelp} onPress={() => go('survey')} />
          </Card>
        </Section>
      )}
      {me && <Lists me={me} />}
      {me && <Work me={me} />}
    </Page>
  )
}
