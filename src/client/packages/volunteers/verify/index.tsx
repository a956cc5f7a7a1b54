import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Empty } from '../../../components/empty'
import { Page } from '../../../components/page'
import { Tag } from '../../../components/tag'
import { TextInput } from '../../../components/text-input'
import { hours, verify as words } from '../../../texts/volunteers'
import { useAsk } from '../../../use-ask'

interface Paper {
  no: string
  code: string
}

const NUMBER = /^XJZY-\d{4}-\d{6,}$/
const CODE = /^[\w-]{16}$/
const isPaper = ({ no, code }: Paper): boolean => NUMBER.test(no) && CODE.test(code)

function Verdict({ paper }: { paper: Paper }) {
  const asked = useAsk('certificates.verify', paper)
  return (
    <Answered ask={asked} rows={3}>
      {({ found }) => {
        if (!found) return <Empty {...words.none} />
        return (
          <Card>
            <View className="ld-tight">
              <View className="ld-row">
                <Tag
                  words={found.revoked ? words.revoked : words.real}
                  tone={found.revoked ? 'over' : 'mine'}
                  icon={found.revoked ? 'x' : 'checkc'}
                />
              </View>
              <View className="ld-lg">{hours.no(found.no)}</View>
              <View className="ld-body">{words.name(found.name)}</View>
              <View className="ld-body">{hours.period(found.fromDay, found.toDay)}</View>
              <View className="ld-body">{words.served(found.times, found.minutes)}</View>
              <View className="ld-sm ld-help">{words.issued(found.issuer, found.issuedAt)}</View>
            </View>
          </Card>
        )
      }}
    </Answered>
  )
}

/** 验真伪: open to everybody who holds the paper; of the name it shows the first character. */
export default function VerifyPage() {
  const { no = '', code = '' } = useRouter().params
  const [typed, setTyped] = useState<Paper>({ no, code })
  const [paper, setPaper] = useState<Paper | undefined>(isPaper(typed) ? typed : undefined)
  const [wrong, setWrong] = useState(false)
  const check = () => {
    const asked = { no: typed.no.trim().toUpperCase(), code: typed.code.trim() }
    setWrong(!isPaper(asked))
    setPaper(isPaper(asked) ? asked : undefined)
  }
  return (
    <Page title={words.title}>
      <View className="ld-stack">
        {paper && <Verdict paper={paper} />}
        {wrong && <Empty {...words.none} />}
        <View className="ld-sm ld-help">{words.help}</View>
        <TextInput
          id="certificate-no"
          label={words.no}
          value={typed.no}
          maxLength={24}
          onChange={(value) => setTyped({ ...typed, no: value })}
        />
        <TextInput
          id="certificate-code"
          label={words.code}
          value={typed.code}
          maxLength={16}
          onChange={(value) => setTyped({ ...typed, code: value })}
        />
        <AppButton size="large" wide onPress={check}>
          {words.check}
        </AppButton>
      </View>
    </Page>
  )
}
