package phira

// What players read when the SDK itself answers them.

const commandFailed = Refusal("命令执行出错，详情见插件日志 / The command failed; the plugin's log says why")
