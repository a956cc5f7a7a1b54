import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { MoreRows } from '../../../components/more-rows'
import { Page } from '../../../components/page'
import { Section } from '../../../components/section'
import { TextInput } from '../../../components/text-input'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { lineWords, totalsWords, bodies as words } from '../../../texts/bodies'
import { struckWhy } from '../../../texts/units'
import { useAskPages } from '../../../use-ask'
import { FileSheet } from './file-sheet'
import { LineSheet } from './line-sheet'
import { PasteSheet } from './paste-sheet'
import { StrikeSheet } from './strike-sheet'

type Shown = OutputOf<'bodies.show'>
export type Body = Shown['body']
export type Line = Shown['items'][number]

interface HeadProps {
  body: Body
  totals: Shown['totals']
}

/** Whose list it is, and what it comes to. */
function Head({ body, totals }: HeadProps) {
  return (
    <Card>
      <View className="ld-stack">
        <View className="ld-md ld-bold">{body.name}</View>
        <View className="ld-sm ld-help">{words.lead(body)}</View>
        <View className="ld-body">{totalsWords(body.kind, totals)}</View>
        <View className="ld-sm ld-help">{words.rolled}</View>
        <AppButton kind="line" wide onPress={() => go('council', { id: body.id })}>
          {words.council}
        </AppButton>
      </View>
    </Card>
  )
}

interface LinesProps {
  lines: Line[]
  onCorrect: (line: Line) => void
  onStrike: (line: Line) => void
}

/** Two buttons beside each other: one inside the other, a screen reader would name the outer one alone. */
function Lines({ lines, onCorrect, onStrike }: LinesProps) {
  return (
    <Card>
      {lines.map((line) => (
        <View key={line.id} className="ld-row">
          <View className="ld-grow">
            <Cell icon="building" title={line.label} help={lineWords(line)} onPress={() => onCorrect(line)} />
          </View>
          {!line.inOpenRoll && (
            <AppButton
              kind="line"
              size="small"
              label={`${words.strike}，${line.label}`}
              onPress={() => onStrike(line)}
            >
              {words.strike}
            </AppButton>
          )}
        </View>
      ))}
    </Card>
  )
}

type Way = 'text' | 'file'

/** Many lines at once. */
function Bring({ onBring }: { onBring: (way: Way) => void }) {
  return (
    <>
      <AppButton kind="line" wide onPress={() => onBring('text')}>
        {words.paste}
      </AppButton>
      <AppButton kind="line" wide icon="doc" onPress={() => onBring('file')}>
        {words.file}
      </AppButton>
    </>
  )
}

/** 划去的: what, why and when. */
function Struck({ id }: { id: string }) {
  const list = useAskPages('bodies.struck', { id })
  if (list.items.length === 0) return null
  return (
    <Section title={words.struck}>
      <Card>
        {list.items.map(({ id: line, label, voter, reason, struckAt }) => (
          <View key={line} className="ld-tight">
            <View className="ld-md">{voter ? `${label}，${voter}` : label}</View>
            <View className="ld-sm ld-help">{struckWhy(reason, struckAt)}</View>
          </View>
        ))}
      </Card>
      <MoreRows list={list} />
    </Section>
  )
}

/** 名册: who has a vote in this body; it is for the next roll. */
export default function BodyPage() {
  const { id = '' } = useRouter().params
  const [text, setText] = useState('')
  const list = useAskPages('bodies.show', { id, text: text.trim() })
  const [editing, setEditing] = useState<Line | 'new'>()
  const [striking, setStriking] = useState<Line>()
  const [bringing, setBringing] = useState<Way>()
  usePulledDown(list.refresh)
  const body = list.data?.body
  const add = (
    <AppButton wide onPress={() => setEditing('new')}>
      {words.add}
    </AppButton>
  )
  return (
    <Page title={words.list} foot={body ? add : undefined}>
      <View className="ld-stack">
        <TextInput id="body-text" label={words.search} value={text} maxLength={40} onChange={setText} />
        <Answered ask={list} rows={6}>
          {({ body: shown, totals }) => (
            <View className="ld-stack">
              <Head body={shown} totals={totals} />
              <Section title={words.list}>
                <View className="ld-stack">
                  <Bring onBring={setBringing} />
                  {list.items.length === 0 && (
                    <Empty title={totals.units === 0 ? words.nobody : words.notFound} />
                  )}
                  {list.items.length > 0 && (
                    <Lines lines={list.items} onCorrect={setEditing} onStrike={setStriking} />
                  )}
                  <MoreRows list={list} />
                </View>
              </Section>
              <Struck id={id} />
            </View>
          )}
        </Answered>
      </View>
      {body && editing && (
        <LineSheet
          body={body}
          line={editing === 'new' ? null : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      {body && bringing === 'text' && <PasteSheet body={body} onClose={() => setBringing(undefined)} />}
      {body && bringing === 'file' && <FileSheet body={body} onClose={() => setBringing(undefined)} />}
      {striking && <StrikeSheet line={striking} onClose={() => setStriking(undefined)} />}
    </Page>
  )
}
