@echo off
rem Runs Deep Matting from a checkout; builds it first where that is needed. See scripts/deepmatting for the variables.
setlocal
for %%I in ("%~dp0..") do set "ROOT=%%~fI"
set "TARGET=%ROOT%\target"
set "NEED=Deep Matting needs a JDK, 17 or newer, for example from https://adoptium.net; set JAVA_HOME or the path to it."

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set "VERSION="
set "ABOUT=%TEMP%\deepmatting-java-%RANDOM%.txt"
"%JAVA%" -XshowSettings:properties -version > "%ABOUT%" 2>&1
for /f "tokens=3" %%V in ('findstr /c:"java.specification.version" "%ABOUT%"') do set "VERSION=%%V"
del "%ABOUT%"
if not defined VERSION (
  echo deepmatting: there is no java. %NEED% >&2
  exit /b 1
)
for /f "tokens=1 delims=." %%V in ("%VERSION%") do set "MAJOR=%%V"
if %MAJOR% LSS 17 (
  echo deepmatting: this is Java %VERSION%. %NEED% >&2
  exit /b 1
)

set "FRESH="
if exist "%TARGET%\classes" if exist "%TARGET%\lib" for /f %%F in ('powershell -NoProfile -Command "$r=$env:ROOT; $b=Get-ChildItem -Force (Join-Path $r 'target\*') -Include 'deep-matting-*.jar','.launcher-built' | Sort-Object LastWriteTime | Select-Object -Last 1; $s=@(Get-Item (Join-Path $r 'pom.xml'))+@('src\main','models' | ForEach-Object { Get-ChildItem -Recurse -File -ErrorAction SilentlyContinue (Join-Path $r $_) }) | Sort-Object LastWriteTime | Select-Object -Last 1; if ($b -and $b.LastWriteTime -ge $s.LastWriteTime) { 'yes' }"') do set "FRESH=%%F"
if defined FRESH goto run

echo deepmatting: building; the first time fetches some 200 MB and takes a few minutes ... >&2
pushd "%ROOT%"
call mvnw.cmd -q -DskipTests package >&2
set "CODE=%ERRORLEVEL%"
popd
if not "%CODE%"=="0" (
  echo deepmatting: the build failed; its messages are above. >&2
  exit /b 1
)
type nul > "%TARGET%\.launcher-built"
echo deepmatting: built. >&2

:run
if not defined TF_CPP_MIN_LOG_LEVEL set "TF_CPP_MIN_LOG_LEVEL=2"
set "OPTIONS="
rem The program looks at the variable itself, and names it where its folder is none.
if defined DEEPMATTING_HEAP set "OPTIONS=-Xmx%DEEPMATTING_HEAP%"
if %MAJOR% GEQ 22 set "OPTIONS=%OPTIONS% --enable-native-access=ALL-UNNAMED"
set "ENGINE="
if not defined DEEPMATTING_ENGINE set ENGINE="-Ddeepmatting.engine=%TARGET%\engine"
"%JAVA%" %OPTIONS% -Djava.awt.headless=true %ENGINE% -cp "%TARGET%\classes;%TARGET%\lib\*" io.github.deepmatting.cli.Main %*
exit /b %ERRORLEVEL%
