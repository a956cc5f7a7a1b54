export default definePageConfig({ navigationBarTitleText: '这天谁来' })
