import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { call } from '../../../call'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { Sheet } from '../../../components/sheet'
import { TextInput } from '../../../components/text-input'
import { giveFile } from '../../../platform/files'
import { go } from '../../../platform/navigate'
import type { Failure } from '../../../platform/transport'
import { problemAt } from '../../../texts/problems'
import { hoursWords, hours as words } from '../../../texts/volunteers'
import { useCommand } from '../../../use-command'

type Record = OutputOf<'service.mine'>
type Certificate = Record['certificates'][number]

/** What a certificate may be about. */
const IN_LEDGER: readonly Record['entries'][number]['kind'][] = ['service', 'reversal', 'correction']

function CertificateCard({ certificate }: { certificate: Certificate }) {
  const { id, no, code, state, reason, minutes, fromDay, toDay } = certificate
  const [failure, setFailure] = useState<Failure>()
  const save = async () => {
    const answer = await call('certificates.print', { id })
    setFailure(answer.ok ? undefined : answer.error)
    if (answer.ok) await giveFile(answer.data)
  }
  return (
    <Card>
      <View className="ld-tight">
        {no && <View className="ld-sm ld-help">{words.no(no)}</View>}
        <View className="ld-lg">{words.certificates}</View>
        <View className="ld-body">{words.period(fromDay, toDay)}</View>
        {minutes !== null && <View className="ld-body">{`${hoursWords(minutes)}${words.unit}`}</View>}
        {state === 'asked' && <View className="ld-sm ld-help">{words.asked}</View>}
        {state === 'declined' && <View className="ld-body">{words.declined(reason ?? '')}</View>}
        {state === 'declined' && <View className="ld-sm ld-help">{words.askAgain}</View>}
        {state === 'revoked' && <View className="ld-sm ld-brick">{words.revoked(reason ?? '')}</View>}
        {state === 'issued' && (
          <View className="ld-row ld-wrap">
            <AppButton kind="soft" size="small" icon="download" onPress={save}>
              {words.save}
            </AppButton>
            <AppButton
              kind="line"
              size="small"
              onPress={() => go('verifyCertificate', { no: no ?? undefined, code: code ?? undefined })}
            >
              {words.verify}
            </AppButton>
          </View>
        )}
        {failure?.code === 'UNAVAILABLE' && <Notice title={words.cloud} />}
        {failure && failure.code !== 'UNAVAILABLE' && <Refused failure={failure} />}
      </View>
    </Card>
  )
}

interface Period {
  fromDay: number
  toDay: number
}

function AskSheet({ period, onClose }: { period: Period; onClose: () => void }) {
  const [name, setName] = useState('')
  const { send, sending, failure, clear } = useCommand('certificates.ask')
  const ask = async () => {
    if ((await send({ name, ...period })).ok) onClose()
  }
  const act = { words: words.ask, onPress: ask, busy: sending }
  return (
    <Sheet id="ask-certificate" title={words.ask} open onClose={onClose} act={act}>
      <View className="ld-stack">
        <View className="ld-sm ld-help">{words.askHelp}</View>
        <TextInput
          id="certificate-name"
          label={words.name}
          value={name}
          maxLength={20}
          error={problemAt(failure?.fields, 'name')}
          onChange={setName}
        />
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}

/** 志愿服务证明: free, of everything the ledger has so far. */
export function Certificates({ record }: { record: Record }) {
  const [asking, setAsking] = useState(false)
  const days = record.entries.filter(({ kind }) => IN_LEDGER.includes(kind)).map(({ day }) => day)
  const isWaiting = record.certificates.some(({ state }) => state === 'asked')
  if (days.length === 0) return null
  const period = { fromDay: Math.min(...days), toDay: Math.max(...days) }
  return (
    <Section title={words.certificates}>
      <View className="ld-stack">
        {record.certificates.map((certificate) => (
          <CertificateCard key={certificate.id} certificate={certificate} />
        ))}
        {!isWaiting && (
          <AppButton kind="soft" wide onPress={() => setAsking(true)}>
            {words.ask}
          </AppButton>
        )}
        {asking && <AskSheet period={period} onClose={() => setAsking(false)} />}
      </View>
    </Section>
  )
}
