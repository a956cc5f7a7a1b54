import { View } from '@tarojs/components'
import { useState } from 'react'
import { OFFER_KINDS } from '#core/offers/offer'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Chip } from '../../../components/chip'
import { SwitchRow } from '../../../components/switch-row'
import { TextInput } from '../../../components/text-input'
import { readable } from '../../../platform/accessible'
import { offerKindWords, WEEKDAYS, writeOffer as words } from '../../../texts/offers'
import { freshStretch, type OfferDraft, readDraft, type StretchDraft, type Wrong } from './draft'

const FIELDS = ['title', 'who', 'place', 'detail'] as const
const TIMES = ['from', 'to', 'capacity'] as const

interface StretchProps {
  /** From 1. */
  place: number
  stretch: StretchDraft
  onChange: (part: Partial<StretchDraft>) => void
  /** Absent for the only one there is. */
  onDrop?: () => void
}

function StretchFields({ place, stretch, onChange, onDrop }: StretchProps) {
  return (
    <Card>
      <View className="ld-stack">
        <View className="ld-md">{words.weekly(place)}</View>
        <View className="ld-row ld-wrap" {...readable('group', words.weekday)}>
          {WEEKDAYS.map((name, at) => (
            <Chip
              key={name}
              words={name}
              chosen={stretch.weekday === at + 1}
              onPress={() => onChange({ weekday: at + 1 })}
            />
          ))}
        </View>
        {TIMES.map((field) => (
          <TextInput
            key={field}
            id={`stretch-${place}-${field}`}
            {...words[field]}
            type={field === 'capacity' ? 'number' : 'text'}
            value={stretch[field]}
            maxLength={5}
            onChange={(value) => onChange({ [field]: value })}
          />
        ))}
        {onDrop && (
          <AppButton
            kind="line"
            size="small"
            label={`${words.less}，${words.weekly(place)}`}
            onPress={onDrop}
          >
            {words.less}
          </AppButton>
        )}
      </View>
    </Card>
  )
}

/** `read`: what is sent of the draft, or nothing while `wrong` says what cannot be read yet. */
export function useDraft(first: () => OfferDraft) {
  const [draft, setDraft] = useState<OfferDraft>(first)
  const [wrong, setWrong] = useState<Wrong>()
  const change = (part: Partial<OfferDraft>) => setDraft((before) => ({ ...before, ...part }))
  const read = (now: number) => {
    const said = readDraft(draft, now)
    const isRead = typeof said !== 'string'
    setWrong(isRead ? undefined : said)
    return isRead ? said : undefined
  }
  return { draft, change, wrong, read }
}

interface FormProps {
  draft: OfferDraft
  change: (part: Partial<OfferDraft>) => void
  /** Whether one books at all is said once: who has booked a place keeps it. */
  isNew: boolean
}

/** Who, where, which stretches of the week, for how many, until when. */
export function OfferForm({ draft, change, isNew }: FormProps) {
  const { weekly } = draft
  const changeStretch = (at: number, part: Partial<StretchDraft>) =>
    change({ weekly: weekly.map((one, place) => (place === at ? { ...one, ...part } : one)) })
  const drop = (at: number) => change({ weekly: weekly.filter((_, place) => place !== at) })
  return (
    <View className="ld-stack">
      <Card>
        <View className="ld-stack">
          <View className="ld-row ld-wrap" {...readable('group', words.kind)}>
            {OFFER_KINDS.map((kind) => (
              <Chip
                key={kind}
                words={offerKindWords[kind]}
                chosen={draft.kind === kind}
                onPress={() => change({ kind })}
              />
            ))}
          </View>
          {FIELDS.map((field) => (
            <TextInput
              key={field}
              id={`offer-${field}`}
              {...words.fields[field]}
              value={draft[field]}
              maxLength={field === 'detail' ? 300 : 30}
              optional={field === 'detail'}
              onChange={(value) => change({ [field]: value })}
            />
          ))}
          <TextInput
            id="offer-until"
            {...words.days}
            value={draft.until}
            maxLength={10}
            onChange={(until) => change({ until })}
          />
          {isNew && (
            <SwitchRow
              title={words.walkIn}
              help={words.walkInHelp}
              on={draft.walkIn}
              onChange={(walkIn) => change({ walkIn })}
            />
          )}
        </View>
      </Card>
      {weekly.map((stretch, at) => (
        <StretchFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a stretch has no name but its place, and keeps nothing of its own
          key={at}
          place={at + 1}
          stretch={stretch}
          onChange={(part) => changeStretch(at, part)}
          onDrop={weekly.length > 1 ? () => drop(at) : undefined}
        />
      ))}
      <AppButton kind="line" wide onPress={() => change({ weekly: [...weekly, freshStretch()] })}>
        {words.more}
      </AppButton>
    </View>
  )
}
