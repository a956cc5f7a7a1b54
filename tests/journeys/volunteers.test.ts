import type { Browser } from 'playwright-core'
import { type App, startApp } from '../support/app'
import { openBrowser } from '../support/browser'
import { Visitor } from '../support/visitor'

jest.setTimeout(400_000)

let app: App
let browser: Browser

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const come = (persona: string): Promise<Visitor> => Visitor.as(browser, app.address, persona)
const LIST = '/packages/volunteers/list/index'
const ROOM = '/packages/volunteers/task/index?id=task.room'

test('李先生 signs up for a stretch that lacks people, queues where it is full, and takes one back', async () => {
  const li = await come('李先生')
  await li.visit(LIST)
  await li.sees('打扫布置活动室')
  await li.shot('volunteers-list')
  await li.visit(ROOM)
  await li.sees('地面湿滑，穿防滑鞋')
  await li.shot('volunteers-task')
  await li.tap('排候补')
  await li.answers('排候补', '就这样报')
  await li.sees('候补排第2')
  await li.leaves()
})

test('the captain publishes what a head wrote', async () => {
  const captain = await come('陈月娥')
  await captain.visit('/packages/volunteers/task/index?id=task.plants')
  await captain.tap('发布')
  await captain.sees('报名中')
  await captain.leaves()
})

test('hours are told by month and line by line; a certificate is verified by anybody, its name masked', async () => {
  const li = await come('李先生')
  await li.visit('/packages/volunteers/hours/index')
  await li.sees(/编号 XJZY-\d{4}-000001/)
  await li.sees('更正：提前半小时收工，多记了')
  await li.sees('这次没开：证明上要写全名，写好再申请')
  await li.shot('volunteers-hours')
  await li.tap('按月看')
  await li.tap('验真伪')
  await li.sees('是真的')
  await li.sees('姓名 李**')
  await li.shot('volunteers-verify')
  await li.leaves()
})

test('the community issues a certificate, the captain answers who disputes his hours', async () => {
  const staff = await come('何晓燕')
  await staff.visit('/packages/volunteers/answer/index')
  await staff.tap('陈秋萍，开具')
  await staff.sees(/编号 XJZY-\d{4}-000002/)
  await staff.tap('陈女士，答复')
  await staff.says('理由', '领队说是，补上')
  await staff.shot('volunteers-answer')
  await staff.answers('答复', '答复')
  await staff.sees('没有等答复的')
  await staff.leaves()
})
