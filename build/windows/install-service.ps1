# Installs the program beside this file as a Windows service that starts with the system. Run it as an administrator.
# usage: .\install-service.ps1            (to remove it: sc.exe delete phira-plugin-service)
#Requires -RunAsAdministrator
$ErrorActionPreference = 'Stop'
$program = Join-Path $PSScriptRoot 'phira-plugin-service.exe'
New-Service -Name 'phira-plugin-service' -DisplayName 'Phira multiplayer server' -StartupType Automatic -BinaryPathName "`"$program`"" |
    Out-Null
# Restarts after a crash: after 2 s, and after 30 s from the second time on.
sc.exe failure phira-plugin-service reset= 3600 actions= restart/2000/restart/30000/restart/30000 | Out-Null
Start-Service 'phira-plugin-service'
Write-Host "服务已启动；管理员令牌在 $PSScriptRoot\data\admin-token"
Write-Host "The service has started; the administrator's token is in $PSScriptRoot\data\admin-token"
