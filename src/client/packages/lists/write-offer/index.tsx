import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { OFFER_KINDS } from '#core/offers/offer'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Chip } from '../../../components/chip'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { SwitchRow } from '../../../components/switch-row'
import { TextInput } from '../../../components/text-input'
import { readable } from '../../../platform/accessible'
import { replace } from '../../../platform/navigate'
import { offerKindWords, WEEKDAYS, writeOffer as words } from '../../../texts/offers'
import { useCommand } from '../../../use-command'
import { useNow } from '../../../use-now'
import { freshDraft, freshStretch, inputOf, type OfferDraft, type StretchDraft, type Wrong } from './draft'

const FIELDS = ['title', 'who', 'place', 'detail'] as const
const TIMES = ['from', 'to', 'capacity'] as const

interface StretchProps {
  /** From 1. */
  place: number
  stretch: StretchDraft
  onChange: (part: Partial<StretchDraft>) => void
}

function StretchFields({ place, stretch, onChange }: StretchProps) {
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
      </View>
    </Card>
  )
}

function useDraft() {
  const [draft, setDraft] = useState<OfferDraft>(freshDraft)
  const change = (part: Partial<OfferDraft>) => setDraft((before) => ({ ...before, ...part }))
  const changeStretch = (at: number, part: Partial<StretchDraft>) =>
    setDraft((before) => ({
      ...before,
      weekly: before.weekly.map((one, place) => (place === at ? { ...one, ...part } : one)),
    }))
  return { draft, change, changeStretch }
}

/** 写一项服务: who, where, which stretches of the week, for how many, until when. */
export default function WriteOfferPage() {
  const { grid = '' } = useRouter().params
  const now = useNow()
  const { draft, change, changeStretch } = useDraft()
  const [wrong, setWrong] = useState<Wrong>()
  const { send, sending, failure, clear } = useCommand('offers.write')
  const publish = async () => {
    const input = inputOf(draft, grid, now)
    setWrong(typeof input === 'string' ? input : undefined)
    if (typeof input === 'string') return
    const answer = await send(input)
    if (answer.ok) replace('offer', { id: answer.data.id })
  }
  const foot = (
    <AppButton size="large" wide busy={sending} onPress={publish}>
      {words.send}
    </AppButton>
  )
  return (
    <Page title={words.title} foot={foot}>
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
            <SwitchRow
              title={words.walkIn}
              help={words.walkInHelp}
              on={draft.walkIn}
              onChange={(walkIn) => change({ walkIn })}
            />
          </View>
        </Card>
        {draft.weekly.map((stretch, at) => (
          <StretchFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a stretch has no name but its place, and none is taken out
            key={at}
            place={at + 1}
            stretch={stretch}
            onChange={(part) => changeStretch(at, part)}
          />
        ))}
        <AppButton kind="line" wide onPress={() => change({ weekly: [...draft.weekly, freshStretch()] })}>
          {words.more}
        </AppButton>
        {wrong && <Notice urgent title={words.wrong[wrong]} />}
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Page>
  )
}
