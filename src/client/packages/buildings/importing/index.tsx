import { View } from '@tarojs/components'
import { useState } from 'react'
import { reachOf } from '#core/people/policy'
import { call } from '../../../call'
import { Page } from '../../../components/page'
import { Section } from '../../../components/section'
import { TableChoice } from '../../../components/table-choice'
import type { ChosenFile } from '../../../platform/files'
import { useSession } from '../../../stores/session'
import { importing as words } from '../../../texts/buildings'
import { Exports } from './exports'
import { Preview } from './preview'

function Bring() {
  const [file, setFile] = useState<ChosenFile>()
  return (
    <View className="ld-stack">
      <TableChoice file={file} onChoose={setFile} template={() => call('register.template', {})} />
      {file && <Preview key={`${file.name} ${file.base64.length}`} file={file} />}
    </View>
  )
}

/** For the street and the community: tables in, tables and plates out. */
export default function ImportingPage() {
  const offices = useSession((session) => session.me?.offices) ?? []
  const mayBring = offices.some(({ role }) => reachOf('register.import', role))
  return (
    <Page title={words.title}>
      <View className="ld-stack">
        {mayBring && <Bring />}
        <Section title={words.exports}>
          <Exports />
        </Section>
      </View>
    </Page>
  )
}
