@echo off
rem Opens the desk: for the folder that is dropped on this file, or for the programme in the folder of documents.
chcp 65001 >nul
set "folder=%~1"
if not "%folder%"=="" goto open
set "folder=%USERPROFILE%\Documents\programme"
if exist "%folder%" goto open
call "%~dp0programme.cmd" init "%folder%" || goto failed
:open
call "%~dp0programme.cmd" open "%folder%" || goto failed
exit /b 0
:failed
pause
exit /b 1
