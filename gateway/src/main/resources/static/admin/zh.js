export default {
  'admin.title': '系统管理',

  'admin.clock.title': '业务时钟',
  'admin.clock.note': '只移动业务日期：公示期、办理时限和申报窗口随之变化；登录和令牌用真实时间。时钟只能向前。',
  'admin.clock.by': '向前',
  'admin.clock.P1D': '1 天',
  'admin.clock.P7D': '7 天',
  'admin.clock.P14D': '14 天',
  'admin.clock.P30D': '30 天',
  'admin.clock.advance': '拨快时钟',
  'admin.clock.sure': '把业务时钟向前拨 {step}？',
  'admin.clock.sureText': '所有服务一起变化，不能拨回。',
  'admin.clock.moved': '现在是 {now}',
  'admin.clock.real': '业务时钟使用真实时间',
  'admin.clock.realText': '以 --movable-clock 启动示例系统后，可以在这里把业务日期向前拨。',

  'admin.security.none': '这里还没有内容',
  'admin.security.text': '人员和角色现由启动时生成的账号文件提供。',
};
