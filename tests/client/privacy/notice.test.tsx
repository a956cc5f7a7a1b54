import { render, screen } from '@testing-library/react'
import PrivacyNotice from '../../../src/client/packages/privacy/notice/index'
import { notice } from '../../../src/client/texts/privacy'
import { PERSONAL_DATA } from '../../../src/core/people/personal-data'
import { newPhone } from '../support/phone'

beforeEach(() => newPhone())

test.each(PERSONAL_DATA)(
  '$kind: what, why, how long, who, and what closing does',
  ({ kind, seenBy, basis, erasure }) => {
    render(<PrivacyNotice />)
    expect(screen.getByText(notice.data[kind].what)).toBeInTheDocument()
    expect(screen.getByText(notice.data[kind].why)).toBeInTheDocument()
    expect(screen.getAllByText(notice.seen[seenBy]).length).toBeGreaterThan(0)
    expect(screen.getAllByText(notice.basis[basis]).length).toBeGreaterThan(0)
    expect(screen.getAllByText(new RegExp(`^${notice.gone[erasure.how]}`)).length).toBeGreaterThan(0)
  },
)

test('a sign-in is said to last as long as it does', () => {
  render(<PrivacyNotice />)
  expect(screen.getAllByText('30天').length).toBeGreaterThan(0)
})
