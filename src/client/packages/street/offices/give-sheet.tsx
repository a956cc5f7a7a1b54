import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Level, levelOf } from '#core/grids/grid'
import { OFFICES } from '#core/offices/offices'
import type { Role } from '#core/people/actor'
import { Answered } from '../../../components/answered'
import { Chip } from '../../../components/chip'
import { Field } from '../../../components/field'
import { FindPerson, type FoundPerson } from '../../../components/find-person'
import { GridChoice } from '../../../components/grid-choice'
import { Notice } from '../../../components/notice'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { readable } from '../../../platform/accessible'
import type { Me } from '../../../stores/session'
import { officeWords, offices as words } from '../../../texts/offices'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'

const A_YEAR = 365 * 86_400_000

interface RolesProps {
  /** The giver's own office. */
  giver: Role
  chosen: Post | undefined
  error: string | undefined
  onChoose: (post: Post) => void
}

interface Post {
  role: Role
  /** 副网格长: a grid head who stands in. */
  acting: boolean
}

/** Offices this giver may give; of the grid heads the deputy too. */
const givenBy = (giver: Role): Post[] =>
  (Object.keys(OFFICES) as Role[])
    .filter((role) => OFFICES[role]?.by.includes(giver))
    .flatMap((role) => (role === 'grid_head' ? [false, true] : [false]).map((acting) => ({ role, acting })))

function Roles({ giver, chosen, error, onChoose }: RolesProps) {
  return (
    <Field id="give-role" label={words.role} error={error}>
      <View className="ld-row ld-wrap" {...readable('group', words.role)}>
        {givenBy(giver).map(({ role, acting }) => (
          <Chip
            key={`${role}-${acting}`}
            words={officeWords(role, acting)}
            chosen={role === chosen?.role && acting === chosen.acting}
            onPress={() => onChoose({ role, acting })}
          />
        ))}
      </View>
    </Field>
  )
}

interface DepartmentsProps {
  chosen: string | undefined
  error: string | undefined
  onChoose: (id: string) => void
}

/** Whose handler somebody becomes. */
function Departments({ chosen, error, onChoose }: DepartmentsProps) {
  const departments = useAsk('places.departments', {})
  return (
    <Field id="give-department" label={words.department} error={error}>
      <Answered ask={departments} rows={1}>
        {({ departments: all }) => (
          <View className="ld-row ld-wrap" {...readable('group', words.department)}>
            {all.map(({ id, name }) => (
              <Chip key={id} words={name} chosen={id === chosen} onPress={() => onChoose(id)} />
            ))}
          </View>
        )}
      </Answered>
    </Field>
  )
}

interface GiveSheetProps {
  office: Me['offices'][number]
  onClose: () => void
  onGiven: (waits: boolean) => void
}

interface Given {
  post: Post | undefined
  level: Level | undefined
  grid: string
  departmentId: string | undefined
}

/** What is still to be chosen before it can be sent. */
function missingOf({ post, level, grid, departmentId }: Given): string | undefined {
  if (!post) return words.missing
  if (post.role === 'department' && !departmentId) return words.noDepartment
  return levelOf(grid) === level ? undefined : words.noGrid
}

/** 任命: who, what, where; for a year. */
export function GiveSheet({ office, onClose, onGiven }: GiveSheetProps) {
  const [person, setPerson] = useState<FoundPerson>()
  const [post, setPost] = useState<Post>()
  const [departmentId, setDepartmentId] = useState<string>()
  const [grid, setGrid] = useState(office.gridPath)
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure, clear } = useCommand('offices.assign')
  const level = post && OFFICES[post.role]?.level
  const isHandler = post?.role === 'department'
  const press = async () => {
    const wrong = missingOf({ post, level, grid, departmentId })
    setProblem(wrong)
    if (!person || !post || wrong) return
    const where = { gridPath: grid, departmentId: isHandler ? departmentId : null }
    const answer = await send({ personId: person.personId, ...post, ...where, until: Date.now() + A_YEAR })
    if (answer.ok) onGiven(answer.data.waits)
  }
  return (
    <Sheet
      id="office-give"
      title={words.giveTitle}
      open
      onClose={onClose}
      act={person && { words: words.send, onPress: press, busy: sending }}
    >
      {!person && <FindPerson why={words.why} onFound={setPerson} />}
      {person && <Notice icon="me" title={person.name} help={words.year} />}
      {person && (
        <Roles
          giver={office.role}
          chosen={post}
          error={problem}
          onChoose={(chosen) => {
            setPost(chosen)
            setGrid(office.gridPath)
          }}
        />
      )}
      {person && isHandler && (
        <Departments chosen={departmentId} error={undefined} onChoose={setDepartmentId} />
      )}
      {person && level !== undefined && level > levelOf(office.gridPath) && (
        <Field id="give-grid" label={words.grid}>
          <GridChoice top={office.gridPath} deepest={level} chosen={grid} onChoose={setGrid} />
        </Field>
      )}
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
