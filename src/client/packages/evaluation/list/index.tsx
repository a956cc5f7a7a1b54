import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import type { SubjectKind } from '#core/evaluation/formula'
import { Answered } from '../../../components/answered'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Chip } from '../../../components/chip'
import { Empty } from '../../../components/empty'
import { Page } from '../../../components/page'
import { Section } from '../../../components/section'
import { readable } from '../../../platform/accessible'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { bandWords, monthWords, scoreWords, starWords, list as words } from '../../../texts/evaluation'
import { useAsk } from '../../../use-ask'
import { useStreet } from '../use-place'

type Listed = OutputOf<'scores.list'>
type Group = Listed['groups'][number]

const STARS = [5, 4, 3, 2, 1, null] as const

/** One grade after another, each with how many have it. */
function Grades({ group, kind }: { group: Group; kind: SubjectKind }) {
  return (
    <>
      {STARS.map((stars) => {
        const items = group.items.filter((one) => one.stars === stars)
        if (items.length === 0) return null
        return (
          <Section key={String(stars)} title={words.stars(stars, items.length)}>
            <Card>
              {items.map(({ id, subjectId, label, name, score }) => (
                <Cell
                  key={id}
                  title={name ? `${label}，${name}` : label}
                  help={stars === null ? starWords(null) : scoreWords(score)}
                  onPress={
                    kind === 'grid' ? () => go('scoreList', { kind: 'head', grid: subjectId }) : undefined
                  }
                />
              ))}
            </Card>
          </Section>
        )
      })}
    </>
  )
}

function Published({ kind, gridPath }: { kind: SubjectKind; gridPath: string }) {
  const [period, setPeriod] = useState<string | null>(null)
  const list = useAsk('scores.list', { kind, gridPath, period })
  usePulledDown(list.refresh)
  return (
    <Answered ask={list} rows={6}>
      {(data) => (
        <View className="ld-stack">
          <View className="ld-body ld-help">{words.help}</View>
          {data.period === null && <Empty title={words.none} />}
          <View className="ld-row ld-wrap" {...readable('group', words.month)}>
            {data.periods.map((one) => (
              <Chip
                key={one}
                words={monthWords(one)}
                chosen={one === data.period}
                onPress={() => setPeriod(one)}
              />
            ))}
          </View>
          {data.groups.map((group) => (
            <Section
              key={String(group.band)}
              title={group.band ? bandWords[group.band] : words.titles.head}
              aside={words.n(group.n)}
            >
              <Grades group={group} kind={kind} />
            </Section>
          ))}
        </View>
      )}
    </Answered>
  )
}

/** 公布的考评: by grade, within the grid or among grids of one size. */
export default function ScoreListPage() {
  const { kind: asked, grid } = useRouter().params
  const street = useStreet()
  const kind: SubjectKind = asked === 'grid' ? 'grid' : 'head'
  const gridPath = grid ?? street
  return (
    <Page title={words.titles[kind]}>
      <Published kind={kind} gridPath={gridPath} />
    </Page>
  )
}
