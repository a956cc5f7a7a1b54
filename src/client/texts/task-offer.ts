export const taskOffer = { title: '写成志愿任务', help: '要人手的，请志愿者来帮忙' } as const
