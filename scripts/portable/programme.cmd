@echo off
rem Runs programme with the Node of this folder.
"%~dp0node\node.exe" "%~dp0app\dist\programme.mjs" %*
