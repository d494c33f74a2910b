// What players read when the SDK itself answers them.

export const commandFailed = "命令执行出错，详情见插件日志 / The command failed; the plugin's log says why";
