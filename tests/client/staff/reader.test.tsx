import Taro from '@tarojs/taro'
import { screen } from '@testing-library/react'
import { concern, emptyStage, granted, inputsOf, serve, showActions, tap, tapInSheet, type } from './stage'

beforeEach(emptyStage)

const open = async () => {
  showActions(concern({ may: ['read_reporter', 'contact'] }))
  await tap('更多办法')
  await tap(/^看电话/)
}

test('why somebody looks comes first, and that it is written down is said', async () => {
  serve({ 'concerns.readReporter': granted({ name: '李先生', phone: '13800000023' }) })
  await open()
  expect(screen.getByText('每看一次都会记下来：谁看的，为什么看。')).toBeInTheDocument()
  await tapInSheet('看电话')
  expect(inputsOf('concerns.readReporter')).toEqual([])
  await type('reader-reason', '约时间上门')
  await tapInSheet('看电话')
  expect(inputsOf('concerns.readReporter')).toEqual([{ id: 'c1', reason: '约时间上门' }])
  expect(screen.getByText('李先生，13800000023')).toBeInTheDocument()
})

test('the number is dialled with one tap', async () => {
  const call = jest.spyOn(Taro, 'makePhoneCall').mockResolvedValue({ errMsg: '' })
  serve({ 'concerns.readReporter': granted({ name: '李先生', phone: '13800000023' }) })
  await open()
  await tap('约时间上门')
  await tapInSheet('看电话')
  await tapInSheet('拨打')
  expect(call).toHaveBeenCalledWith({ phoneNumber: '13800000023' })
})

test('closed again, the number is gone and a second look is asked for anew', async () => {
  serve({ 'concerns.readReporter': granted({ name: '李先生', phone: '13800000023' }) })
  await open()
  await tap('约时间上门')
  await tapInSheet('看电话')
  await tapInSheet('先不了')
  expect(screen.queryByText('李先生，13800000023')).toBeNull()
})

test('who left no number can be reached another way', async () => {
  serve({ 'concerns.readReporter': granted({ name: '李先生', phone: null }) })
  await open()
  await tap('约时间上门')
  await tapInSheet('看电话')
  expect(screen.getByText(/他没有留电话/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '拨打' })).toBeNull()
})
