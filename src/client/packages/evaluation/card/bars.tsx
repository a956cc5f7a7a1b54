import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Section } from '../../../components/section'
import { Sheet } from '../../../components/sheet'
import { readable } from '../../../platform/accessible'
import { go } from '../../../platform/navigate'
import { common } from '../../../texts/common'
import { dayWords } from '../../../texts/dates'
import { componentWords, card as words } from '../../../texts/evaluation'
import { AppealSheet } from './appeal-sheet'
import styles from './bars.module.scss'

type Told = OutputOf<'scores.get'>
type Component = Told['components'][number]
type Event = Component['events'][number]

/** A bar, and the same in words: nobody has to read the bar. */
function Bar({ component, onEvents }: { component: Component; onEvents: () => void }) {
  const { key, weight, num, den, events } = component
  const said = den === 0 ? words.notApplicable : words.share(num, den)
  return (
    <View className={styles.line}>
      <View className="ld-row">
        <View className="ld-md ld-grow">{componentWords[key]}</View>
        <View className="ld-sm ld-help">{words.weight(weight)}</View>
      </View>
      {den > 0 && (
        <View className={styles.bar} {...readable('img', words.chart(componentWords[key], said))}>
          <View className={styles.fill} style={{ width: `${Math.floor((100 * num) / den)}%` }} />
        </View>
      )}
      <View className="ld-row">
        <View className="ld-sm ld-help ld-grow">{said}</View>
        {events.length > 0 && (
          <AppButton
            kind="line"
            size="small"
            label={`${componentWords[key]}，${words.events(events.length)}`}
            onPress={onEvents}
          >
            {words.events(events.length)}
          </AppButton>
        )}
      </View>
    </View>
  )
}

/** Where an event can be looked at; not every one has a page of its own. */
const pageOf = (id: string): (() => void) | undefined => {
  const [kind, rest] = id.split(':')
  if (kind === 'concern') return () => go('concern', { id: rest })
  if (kind === 'hazard') return () => go('hazard', { id: rest })
  if (kind === 'poll') return () => go('checkVote', { poll: rest })
  if (kind === 'meeting') return () => go('meeting', { id: rest })
  return kind === 'card' ? () => go('house', { id: rest }) : undefined
}

interface EventLineProps {
  event: Event
  now: number
  onAppeal: (() => void) | undefined
}

function EventLine({ event, now, onAppeal }: EventLineProps) {
  const open = pageOf(event.id)
  const said = `${words.event(event.id)}，${dayWords(event.at, now)}`
  return (
    <View className={styles.event}>
      <View className="ld-md">{said}</View>
      <View className="ld-row ld-wrap">
        <View className="ld-sm ld-help ld-grow">{words.counted(event.num, event.den)}</View>
        {open && (
          <AppButton kind="line" size="small" label={`${words.open}，${said}`} onPress={open}>
            {words.open}
          </AppButton>
        )}
        {onAppeal && (
          <AppButton kind="soft" size="small" label={`${words.appeal}，${said}`} onPress={onAppeal}>
            {words.appeal}
          </AppButton>
        )}
      </View>
    </View>
  )
}

/** Each component as a bar with its words, and the events behind it a tap away. */
export function Bars({ told, now }: { told: Told; now: number }) {
  const [shown, setShown] = useState<Component>()
  const [appealing, setAppealing] = useState<{ component: Component['key']; eventId: string }>()
  const may = told.may.includes('appeal')
  return (
    <Section title={words.components} aside={words.formula(told.formula)}>
      <Card>
        {told.components.map((component) => (
          <Bar key={component.key} component={component} onEvents={() => setShown(component)} />
        ))}
      </Card>
      {shown && (
        <Sheet
          id="score-events"
          title={words.eventsTitle(componentWords[shown.key])}
          open
          onClose={() => setShown(undefined)}
          cancel={common.close}
        >
          {shown.events.map((event) => (
            <EventLine
              key={event.id}
              event={event}
              now={now}
              onAppeal={
                may
                  ? () => {
                      setShown(undefined)
                      setAppealing({ component: shown.key, eventId: event.id })
                    }
                  : undefined
              }
            />
          ))}
        </Sheet>
      )}
      {appealing && <AppealSheet told={told} about={appealing} onClose={() => setAppealing(undefined)} />}
    </Section>
  )
}
