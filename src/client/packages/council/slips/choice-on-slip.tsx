import { CHOICES, type Choice } from '#core/council/tally'
import { Segmented } from '../../../components/segmented'
import { choiceWords } from '../../../texts/council'
import { slips as words } from '../../../texts/slips'

const CHOICES_SAID = CHOICES.map((value) => ({ value, words: choiceWords[value] }))

interface ChoiceProps {
  value: Choice | undefined
  onChoose: (choice: Choice) => void
}

/** What stands on a slip; nothing is chosen beforehand, so that nobody nods through what he did not read. */
export const ChoiceOnSlip = ({ value, onChoose }: ChoiceProps) => (
  <Segmented<Choice | ''>
    label={words.onSlip}
    choices={CHOICES_SAID}
    value={value ?? ''}
    onChoose={(choice) => choice !== '' && onChoose(choice)}
  />
)
